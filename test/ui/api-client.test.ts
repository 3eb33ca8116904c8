import { afterEach, describe, expect, it, vi } from "vitest";

import {
  addressOf,
  findApiFault,
  getJson,
  problemMember,
  sendJson,
  sendPlain,
} from "../../packages/ui/src/api-client.ts";
import { endWaiting, holdRequests } from "../../packages/ui/src/sign-in-again.ts";
import { stubServer } from "./support/server-stub.ts";

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

describe("a change", () => {
  it("is sent as JSON, its route filled in, and answers", async () => {
    const asked = stubServer({ "PATCH /people/p%2F1": { body: { name: "Айгуль" } } });
    const path = { personId: "p/1" };
    const answer = await sendJson("PATCH /people/{personId}", { path }, { name: "Айгуль" });
    expect(answer.name).toBe("Айгуль");
    expect(asked).toEqual([{ route: "PATCH /people/p%2F1", body: { name: "Айгуль" } }]);
  });

  it("may have no content and no answer", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(null, { status: 204 })));
    expect(await sendPlain("DELETE", "/session")).toBeUndefined();
  });

  it("tells when it may be tried again, and what its kind of refusal adds", async () => {
    const problem = { code: "edit-conflict", issues: [], conflicts: [{ cell: "a" }] };
    const headers = { "content-type": "application/problem+json", "retry-after": "30" };
    answerWith(new Response(JSON.stringify(problem), { status: 409, headers }));
    const fault = findApiFault(
      await sendPlain("POST", "/notes", {}).catch((error: unknown) => error),
    );
    expect(fault).toEqual({ kind: "refused", status: 409, problem, retryAfter: 30 });
    expect(problemMember(fault, "conflicts")).toEqual([{ cell: "a" }]);
    expect(problemMember(fault, "obstacles")).toBeUndefined();
    expect(problemMember({ kind: "network" }, "conflicts")).toBeUndefined();
  });

  it("waits for a sign-in when the session has ended, and is then sent as it was", async () => {
    const release = holdRequests();
    let isOver = true;
    const asked = stubServer({
      "POST /notes": () =>
        isOver ? { problem: { status: 401, code: "signed-out" } } : { body: null },
    });
    const sent = sendPlain("POST", "/notes", { note: 1 });
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    isOver = false;
    await vi.waitFor(() => {
      endWaiting(true);
      expect(asked).toHaveLength(2);
    });
    await sent;
    expect(asked[1]).toEqual(asked[0]);
    release();
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
