/** A server that answers by method and path, and remembers what it was asked. */
import { vi } from "vitest";

/** A request as the server saw it. */
export type AskedRequest = {
  readonly route: string;
  readonly body: unknown;
};

/** What it answers: a body, a refusal, or nobody there. */
export type StubAnswer =
  | { readonly body: unknown }
  | { readonly problem: Readonly<Record<string, unknown>> & { readonly status: number } }
  | "nobody";

/** Puts the server in the place of the network; a route is `POST /scenarios/s-1/batches`. */
export function stubServer(
  answers: Readonly<Record<string, StubAnswer | ((asked: AskedRequest) => StubAnswer)>>,
): readonly AskedRequest[] {
  const asked: AskedRequest[] = [];
  vi.stubGlobal("fetch", (address: string, options: RequestInit = {}) => {
    const path = new URL(address, "http://localhost").pathname.replace("/api/v1", "");
    const route = `${options.method ?? "GET"} ${path}`;
    const body: unknown = typeof options.body === "string" ? JSON.parse(options.body) : null;
    const request = { route, body };
    asked.push(request);
    const found = answers[route];
    const answer = typeof found === "function" ? found(request) : found;
    if (answer === undefined || answer === "nobody") {
      return Promise.reject(new TypeError(`nobody answers ${route}`));
    }
    return Promise.resolve("body" in answer ? json(200, answer.body) : problem(answer.problem));
  });
  return asked;
}

/** A page of a list that is the whole of it. */
export function wholePage(items: readonly unknown[]): StubAnswer {
  return { body: { items, next: null } };
}

function problem(members: Readonly<Record<string, unknown>> & { readonly status: number }) {
  const whole = { type: "about:blank", title: "Отказ", issues: [], requestId: "r-1", ...members };
  return json(members.status, whole, "application/problem+json");
}

function json(status: number, body: unknown, type = "application/json"): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": type } });
}
