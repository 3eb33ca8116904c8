/**
 * Requests that nobody should send, made of what the API says of itself: wrong types, things far
 * too large, broken texts, addresses that lead elsewhere. The same seed makes the same requests.
 */
import { hostileJson, hostileString, hostileText } from "./hostile-values.ts";
import type { Operation } from "./openapi-operations.ts";
import { type Plausible, plausible } from "./plausible-json.ts";

export type HostileRequest = {
  /** What is wrong with it, for whoever reads a fault. */
  readonly about: string;
  /** To what it was meant: `GET /runs/{runId}`. */
  readonly route: string;
  readonly method: string;
  /** From `/api/v1` on, as it stands on the line of the request. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer | undefined;
};

type Draft = HostileRequest & {
  readonly json: unknown;
  /** The names that its query knows. */
  readonly names: readonly string[];
};
type Spoil = (setting: Plausible, draft: Draft) => Draft;

const BASE = "/api/v1";
const OVERSIZED = [70 * 1024, 300 * 1024, 3 * 1024 * 1024] as const;

/** One request to any operation, with one thing wrong in it, or with two. */
export function hostileRequest(setting: Plausible): HostileRequest {
  const { openApi, random } = setting;
  const operation = openApi.operations[random.int(0, openApi.operations.length - 1)];
  if (operation === undefined) throw new Error("the document names no operation");
  const spoils =
    operation.body === undefined ? ADDRESS_SPOILS : [...BODY_SPOILS, ...ADDRESS_SPOILS];
  const spoil = (draft: Draft): Draft => {
    const chosen = spoils[random.int(0, spoils.length - 1)];
    return chosen === undefined ? draft : chosen(setting, draft);
  };
  const first = spoil(draftOf(setting, operation));
  const { json: _, names: __, ...request } = random.chance(20) ? spoil(first) : first;
  return request;
}

/**
 * Each operation as it should be asked, but for one text at a time, of its query or its document,
 * that ends in a character which no database keeps.
 */
export function requestsWithControlCharacters(setting: Plausible): readonly HostileRequest[] {
  return setting.openApi.operations.flatMap((operation) => {
    const draft = draftOf(setting, operation);
    const [path = ""] = draft.target.split("?");
    const queries = draft.names.map((name) =>
      said({ ...draft, target: `${path}?${name}=a%00` }, `a control character in ${name}`),
    );
    const bodies = eachTextMarked(draft.json).map((json) =>
      withJson(draft, "a control character in a text", json),
    );
    return [...queries, ...bodies].map(({ json: _, names: __, ...request }) => request);
  });
}

/** What the operation should be asked. */
function draftOf(setting: Plausible, { method, path, parameters, body }: Operation): Draft {
  const wordFor = (name: string): string => {
    const parameter = parameters.find((each) => each.name === name);
    return String(plausible(setting, parameter?.schema ?? {}, name));
  };
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(wordFor(name)),
  );
  const query = parameters
    .filter((parameter) => parameter.in === "query" && setting.random.chance(50))
    .map(({ name }) => `${name}=${encodeURIComponent(wordFor(name))}`);
  const json = body === undefined ? undefined : plausible(setting, body, "");
  const isWriting = method !== "GET";
  return {
    ...{ about: `${method} ${path}`, route: `${method} ${path}`, method, json },
    names: parameters.flatMap(({ name, in: place }) => (place === "query" ? [name] : [])),
    target: `${BASE}${address}${query.length === 0 ? "" : `?${query.join("&")}`}`,
    headers: isWriting ? [["content-type", "application/json"]] : [],
    body: json === undefined ? undefined : Buffer.from(JSON.stringify(json)),
  };
}

const QUERY_VALUES = [
  ...(["1e309", "-1", "NaN", "0", "99999999999999999999", "[]", "null", ""] as const),
  ...["%00", "a%00b", "%ff", "%ED%A0%80", "a%0Ab", "%27", "%25", "2026-02-30"],
] as const;

const BODY_SPOILS: readonly Spoil[] = [
  (_, draft) => withJson(draft, "a control character in each text", marked(draft.json)),
  (setting, draft) => withJson(draft, "a wrong value", misplace(setting, draft.json)),
  (setting, draft) => withJson(draft, "a wrong value", misplace(setting, draft.json)),
  (setting, draft) => withJson(draft, "a wrong value", misplace(setting, draft.json)),
  (setting, draft) => withJson(draft, "another document", hostileJson(setting.random)),
  ({ random }, draft) =>
    withJson(draft, "an unknown member", {
      ...Object(draft.json),
      [hostileString(random)]: hostileJson(random),
    }),
  ({ random }, draft) => {
    const { name, bytes } = hostileText(random, JSON.stringify(draft.json));
    return said({ ...draft, body: bytes }, name);
  },
  ({ random }, draft) => {
    const size = random.pick(OVERSIZED);
    return said(
      { ...draft, body: Buffer.alloc(size, `{"name":"${"x".repeat(99)}`) },
      `${size} bytes`,
    );
  },
  ({ random }, draft) => {
    const type = random.pick([
      ...([
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=utf-16",
      ] as const),
      ...[
        "multipart/form-data; boundary=x",
        "application/JSON;;;",
        "*/*",
        "json",
        "a".repeat(3000),
      ],
    ]);
    return said({ ...draft, headers: [["content-type", type]] }, `content of ${type.slice(0, 60)}`);
  },
  (_, draft) => said({ ...draft, headers: [] }, "content of no type"),
];

const ADDRESS_SPOILS: readonly Spoil[] = [
  ({ random }, draft) => {
    const found = hostileString(random);
    const value = encodeURIComponent(Buffer.from(found).toString()).slice(0, 6000);
    const target = draft.target.replace(/\/[^/?]*(?=\?|$)/, `/${value}`);
    return said({ ...draft, target }, "a strange address");
  },
  ({ random }, draft) => {
    const raw = random.pick([
      ...([
        "%zz",
        "%",
        "%ff",
        "%c0%ae%c0%ae/",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/x",
      ] as const),
      ...["%00", "//", ";a=b", "\\..\\..", "%ed%a0%80", "a%0d%0aSet-Cookie:%20a", "?", "#x"],
    ]);
    return said({ ...draft, target: draft.target.replace(/(?=\?|$)/, `/${raw}`) }, raw);
  },
  ({ random }, draft) => {
    const names = ["limit", "language", "nobody", ...draft.names] as const;
    const query = Array.from({ length: random.int(1, 4) }, () => {
      const name = `${random.pick(names)}${random.chance(20) ? "[]" : ""}`;
      return `${name}=${random.pick(QUERY_VALUES)}`;
    });
    const again = random.chance(30) ? [...query, ...query] : query;
    const [path = ""] = draft.target.split("?");
    return said({ ...draft, target: `${path}?${again.join("&")}` }, "a strange query");
  },
  ({ random }, draft) => {
    const [name = "", ...others] = draft.names;
    const value = random.pick(["%00", ...QUERY_VALUES]);
    const [path = ""] = draft.target.split("?");
    return said({ ...draft, target: `${path}?${random.pick([name, ...others])}=${value}` }, value);
  },
  ({ random }, draft) => {
    const count = random.pick([200, 2000]);
    const query = Array.from({ length: count }, (_, place) => `a${place}=1`).join("&");
    const [path = ""] = draft.target.split("?");
    return said({ ...draft, target: `${path}?${query.slice(0, 12_000)}` }, "an endless query");
  },
  ({ random }, draft) => {
    const method = random.pick(["PUT", "DELETE", "PATCH", "POST", "GET", "OPTIONS", "HEAD"]);
    const isBare = method === "GET" || method === "HEAD";
    const body = isBare ? undefined : (draft.body ?? Buffer.from("{}"));
    const headers = [["content-type", "application/json"]] as const;
    return said({ ...draft, method, body, headers }, `asked by ${method}`);
  },
  ({ random }, draft) => {
    const header = random.pick<readonly [string, string]>([
      ["x-padding", "x".repeat(4000)],
      ["x-padding", "x".repeat(40_000)],
      ["accept-language", "ru;q=9,".repeat(400)],
      ["accept-language", "*;q=NaN, kk;q=-1, \u00ff"],
      ["accept-encoding", "gzip;q=0, *;q=0, br;q=2"],
      ["if-none-match", `"${"x".repeat(2000)}", *, W/`],
      ["range", "bytes=99999999999-1,-5,0-0"],
      ["x-forwarded-for", "1.2.3.4, ::1, nobody, 999.1.1.1"],
      ["x-forwarded-host", "example.com"],
      ["origin", "null"],
      ["origin", "http://[::1"],
      ["sec-fetch-site", "cross-site"],
      ["authorization", "Bearer ".repeat(200)],
      ["expect", "something"],
      ["content-encoding", "gzip"],
      ["transfer-encoding", "gzip"],
      ["last-event-id", "99999999999999999999999"],
      ["host", "evil.example"],
    ]);
    const [name, value] = header;
    const others = draft.headers.filter(([other]) => other !== name);
    return said({ ...draft, headers: [...others, header] }, `${name}: ${value.slice(0, 40)}`);
  },
];

/** One value somewhere in the document becomes another, or goes. */
function misplace(setting: Plausible, json: unknown): unknown {
  const { random } = setting;
  if (typeof json !== "object" || json === null || random.chance(15)) return hostileJson(random);
  if (Array.isArray(json)) {
    const list: readonly unknown[] = json;
    if (list.length === 0) return [hostileJson(random)];
    const chosen = random.int(0, list.length - 1);
    return list.map((item, place) => (place === chosen ? misplace(setting, item) : item));
  }
  const members: [string, unknown][] = Object.entries(json);
  if (members.length === 0) return hostileJson(random);
  const chosen = random.int(0, members.length - 1);
  const isGone = random.chance(15);
  return Object.fromEntries(
    members.flatMap(([name, value], place): [string, unknown][] => {
      if (place !== chosen) return [[name, value]];
      return isGone ? [] : [[name, misplace(setting, value)]];
    }),
  );
}

/** The document once for each of its texts, which is marked. */
function eachTextMarked(json: unknown): readonly unknown[] {
  if (typeof json === "string") return [marked(json)];
  if (Array.isArray(json)) {
    const list: readonly unknown[] = json;
    return list.flatMap((item, place) =>
      eachTextMarked(item).map((next) => list.with(place, next)),
    );
  }
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) =>
    eachTextMarked(value).map((next) => ({ ...json, [name]: next })),
  );
}

/** The same with a character that no database keeps at the end of each text. */
function marked(json: unknown): unknown {
  if (typeof json === "string") return `${json}\0`;
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) return json.map(marked);
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, marked(value)]));
}

function withJson(draft: Draft, what: string, json: unknown): Draft {
  return said({ ...draft, json, body: Buffer.from(JSON.stringify(json)) }, what);
}

function said(draft: Draft, what: string): Draft {
  return { ...draft, about: `${draft.about}, ${what}` };
}
