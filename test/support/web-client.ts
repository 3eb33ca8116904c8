/** A browser without a screen: it keeps cookies, and asks from our own page. */
import type { Api } from "../../packages/api/src/http/api-context.ts";
import { connectionFrom } from "./signed-in.ts";

export type WebClient = {
  readonly get: (path: string) => Promise<Response>;
  readonly send: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** The cookies it would send, as a header. */
  readonly cookies: () => string;
};

export type WebClientTerms = {
  /** Where its connection comes from; this computer unless it is given. */
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A client of the API below `/api/v1`. */
export function createWebClient(app: Api, terms: WebClientTerms = {}): WebClient {
  const jar = new Map<string, string>();
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const headers = new Headers({ host: "localhost", ...terms.headers });
    if (jar.size > 0) headers.set("cookie", cookies());
    if (method !== "GET") headers.set("content-type", "application/json");
    const text = method === "GET" ? {} : { body: JSON.stringify(body ?? {}) };
    const init = { method, headers, ...text };
    const connection = connectionFrom(terms.from ?? "127.0.0.1");
    const answer = await app.request(`/api/v1${path}`, init, connection);
    for (const cookie of answer.headers.getSetCookie()) keep(jar, cookie);
    return answer;
  };
  return { get: (path) => send("GET", path), send, cookies };
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = "", ...attributes] = cookie.split(";");
  const equals = pair.indexOf("=");
  const name = pair.slice(0, equals);
  if (attributes.some((each) => each.trim().toLowerCase() === "max-age=0")) jar.delete(name);
  else jar.set(name, pair.slice(equals + 1));
}

/** The code of a refusal. */
export async function codeOf(answer: Response): Promise<string> {
  const { code } = (await answer.json()) as { readonly code: string };
  return code;
}
