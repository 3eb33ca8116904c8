/** The ways in which routes answer. */
import { issue } from "@zhanbasy/core";
import type { ApiContext, ApiRequest } from "./api-context.ts";
import { type PackedText, packJson, unpackBytes } from "./kept-answers.ts";
import { refuse } from "./problem.ts";

/** An answer that changes: lists grow. */
export function sendJson(value: unknown, status: 200 | 201 = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
    },
  });
}

/** A list, and where in it to go on. */
export type Listing<Listed> = {
  readonly after: string | undefined;
  readonly find: (cursor: string) => Promise<unknown>;
  readonly list: () => Promise<Listed>;
};

/** A part of a list; a cursor that no list gave is refused, or it would look like the end. */
export async function sendList<Listed>(
  request: ApiRequest,
  { after, find, list }: Listing<Listed>,
): Promise<Response> {
  if (after === undefined || (await find(after)) !== undefined) return sendJson(await list());
  const unknown = issue("request-malformed", {}, { name: "after", expected: "next" });
  return refuse(request, "malformed", { issues: [unknown] });
}

/** Where an answer that never changes is known from. */
export type Immutable = {
  /** What it is of and which part of it: `runs/{id}/columns`. */
  readonly name: string;
  readonly make: () => Promise<PackedText | undefined>;
  /** The answer when there is nothing to make it of. */
  readonly otherwise: () => Promise<Response>;
};

/** An answer that never changes, made and packed once. */
export async function sendKept(
  { kept }: ApiContext,
  request: ApiRequest,
  { name, make, otherwise }: Immutable,
): Promise<Response> {
  const answer = await kept(name, make);
  return answer === undefined ? otherwise() : sendImmutable(request, answer);
}

/** The same for JSON: `find` gives the value, or nothing. */
export function sendKeptJson<Value>(
  context: ApiContext,
  request: ApiRequest,
  {
    name,
    find,
    otherwise,
  }: {
    readonly name: string;
    readonly find: () => Promise<Value | undefined>;
    readonly otherwise: () => Promise<Response>;
  },
): Promise<Response> {
  const make = async (): Promise<PackedText | undefined> => {
    const value = await find();
    return value === undefined ? undefined : packJson(value);
  };
  return sendKept(context, request, { name, make, otherwise });
}

/**
 * The answer to a request for something that never changes. A later version of the program may
 * tell more of it, so the browser asks each time whether what it has is still the answer.
 */
function sendImmutable(request: ApiRequest, answer: PackedText): Promise<Response> {
  return sendPacked(request, answer, { "cache-control": "private, no-cache" });
}

/** The answer in the form that the browser takes; 304 when it has it already. */
export async function sendPacked(
  request: ApiRequest,
  answer: PackedText,
  others: Readonly<Record<string, string>>,
): Promise<Response> {
  const { type, packed, tag } = answer;
  const etag = `W/"${tag}"`;
  const headers = { ...others, etag, vary: "accept-encoding" };
  const known = request.req.header("if-none-match");
  if (known?.split(",").some((each) => each.trim() === etag)) {
    return new Response(null, { status: 304, headers });
  }
  const isPacked = request.req.header("accept-encoding")?.includes("gzip") === true;
  return new Response(isPacked ? packed : await unpackBytes(answer), {
    headers: {
      ...headers,
      "content-type": type,
      ...(isPacked ? { "content-encoding": "gzip" } : {}),
    },
  });
}
