import { describe, expect, it } from "vitest";
import type { ApiRequest } from "../../../packages/api/src/http/api-context.ts";
import {
  actorOf,
  refuseAttempt,
  refuseLocked,
  sendCookies,
  sendDone,
} from "../../../packages/api/src/http/entering.ts";

/** A request in English that carries these values along. */
function request(values: Readonly<Record<string, unknown>> = {}): ApiRequest {
  const req = { query: () => "en", header: () => undefined };
  return { req, get: (name: string) => values[name] } as unknown as ApiRequest;
}

describe("answers of sessions", () => {
  it("carry cookies and nothing that anybody may keep", () => {
    const answer = sendCookies(["a=1", "b=2"]);
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([204, ["a=1", "b=2"]]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect([sendDone().status, sendDone(202).status]).toEqual([204, 202]);
  });

  it("tell how long to wait, for programs and for people", async () => {
    const answer = await refuseLocked(request(), 30);
    const { detail } = (await answer.json()) as { readonly detail: string };
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "30"]);
    expect(detail).toBe("Try again in 30 s.");
  });

  it("refuse a failure by its own name", async () => {
    const failed = await refuseAttempt(request(), { kind: "failed" }, "link-unknown");
    const locked = await refuseAttempt(
      ...([request(), { kind: "locked", seconds: 5 }, "link-unknown"] as const),
    );
    expect([failed.status, locked.status]).toEqual([404, 429]);
  });
});

it("who asks is known on a route of signed-in people, or it is an error of ours", () => {
  const actor = { personId: "1", name: "Дина", role: "editor", organisationIds: [] };
  expect(actorOf(request({ actor }))).toBe(actor);
  expect(() => actorOf(request())).toThrow(/signed-in/);
});
