import { afterEach, describe, expect, it, vi } from "vitest";

import { addressOf, findApiFault, getJson } from "../../packages/ui/src/api-client.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("an address", () => {
  it("has its braces filled and its query written out", () => {
    const path = { runId: "a/b" };
    expect(addressOf("/runs", { path: {} })).toBe("/api/v1/runs");
    expect(addressOf("/runs/{runId}", { path })).toBe("/api/v1/runs/a%2Fb");
    const query = { organisation: "", line: "secondary/04.2.360.040/formula", of: "amount" };
    expect(addressOf("/runs/{runId}/trace", { path: { runId: "1" }, query })).toBe(
      "/api/v1/runs/1/trace?organisation=&line=secondary%2F04.2.360.040%2Fformula&of=amount",
    );
  });
});

describe("an answer", () => {
  it("comes as it was sent", async () => {
    answerWith(new Response(JSON.stringify({ status: "ok", version: "1" })));
    expect(await getJson("/health", { path: {} })).toEqual({ status: "ok", version: "1" });
  });
});

describe("no answer", () => {
  it("from a server that cannot be reached is told apart", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
    expect(await faultOf("/health")).toEqual({ kind: "network" });
  });

  it("of a refusal carries its problem", async () => {
    const problem = {
      ...{ type: "about:blank", title: "Ошибка", status: 500, code: "internal" },
      ...{ issues: [], requestId: "7f3a" },
    };
    const headers = { "content-type": "application/problem+json" };
    answerWith(new Response(JSON.stringify(problem), { status: 500, headers }));
    expect(await faultOf("/health")).toEqual({ kind: "refused", status: 500, problem });
  });

  it("of something between us and the server has no problem to show", async () => {
    answerWith(new Response("<h1>Bad gateway</h1>", { status: 502 }));
    expect(await faultOf("/health")).toEqual({ kind: "refused", status: 502, problem: undefined });
  });

  it("is not every error there is", () => {
    expect(findApiFault(new Error("other"))).toBeUndefined();
    expect(findApiFault(null)).toBeUndefined();
  });
});

function answerWith(response: Response): void {
  vi.stubGlobal("fetch", () => Promise.resolve(response));
}

async function faultOf(route: "/health"): Promise<unknown> {
  try {
    return await getJson(route, { path: {} });
  } catch (error) {
    return findApiFault(error);
  }
}
