import { describe, expect, it } from "vitest";
import type { Role } from "../../../packages/api/src/access/roles.ts";
import { requireEntries } from "../../../packages/api/src/http/access.ts";
import type { Api } from "../../../packages/api/src/http/api-context.ts";
import { testDatabase } from "../../support/database.ts";
import { appOver } from "../../support/kept-school.ts";
import { cookieOf, storeOf } from "../../support/signed-in.ts";
import { codeOf } from "../../support/web-client.ts";

const { pool } = testDatabase();
const clock = () => new Date("2026-11-23T10:00:00.000Z");
const app = () => appOver(storeOf(pool), { as: "nobody", clock });

describe("a route is reached", () => {
  it("by nobody whose cookie was not signed by us", async () => {
    const cookie = await cookieOf(storeOf(pool), "editor", { clock });
    const ask = (headers: Readonly<Record<string, string>>) =>
      app().request("/api/v1/runs", { headers });
    expect((await ask({ cookie })).status).toBe(200);
    expect((await ask({ cookie: `other=1; ${cookie}` })).status).toBe(200);
    const [name = "", value = ""] = cookie.split("=");
    const [token = ""] = decodeURIComponent(value).split(".");
    const forged = [`${name}=${token}`, `${name}=${token}.AAAA`, `${name}=%zz`, `${name}=`];
    forged.push(cookie.replace("zhanbasy-test", "zhanbasy-other"));
    for (const each of forged) expect((await ask({ cookie: each })).status).toBe(401);
  });

  it("by the server itself, as whom it says", async () => {
    const insider = (role: Role) => ({
      insider: { personId: "", name: "", role, organisationIds: [] },
    });
    const ask = (role: Role) => app().request("/api/v1/runs", {}, insider(role));
    expect((await ask("auditor")).status).toBe(200);
    expect((await ask("director")).status).toBe(403);
  });

  it("by nobody without a right, who is told who gives it", async () => {
    const answer = await appOver(storeOf(pool), { as: "director" }).request(
      "/api/v1/runs?language=en",
    );
    const { detail } = (await answer.clone().json()) as { readonly detail: string };
    expect(detail).toContain("by the administrator");
    expect([answer.status, await codeOf(answer)]).toEqual([403, "no-right"]);
  });

  it("under a method it does not take, anybody is told which it takes", async () => {
    const answer = await app().request("/api/v1/runs", {
      ...{ method: "DELETE", headers: { "content-type": "application/json" } },
    });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, POST"]);
  });

  it("and health is told to whoever asks", async () => {
    expect((await app().request("/api/v1/health")).status).toBe(200);
  });
});

describe("a use of a session", () => {
  it("is noted to a minute", async () => {
    let now = clock().getTime();
    const moving = () => new Date(now);
    const store = storeOf(pool);
    const cookie = await cookieOf(store, "editor", { clock: moving, email: "used@example.kz" });
    const server = appOver(store, { as: "nobody", clock: moving });
    const seenAt = async () => {
      const { rows } = await pool.query<{ seen_at: Date }>(
        `SELECT seen_at FROM sessions JOIN people ON people.id = person_id
         WHERE email = 'used@example.kz'`,
      );
      return ((rows[0]?.seen_at.getTime() ?? 0) - clock().getTime()) / 1000;
    };
    const seen: number[] = [];
    for (const seconds of [0, 59, 1, 59, 61]) {
      now += seconds * 1000;
      await server.request("/api/v1/runs", { headers: { cookie } });
      seen.push(await seenAt());
    }
    expect(seen).toEqual([0, 0, 60, 60, 180]);
  });
});

it("a route that nobody decided about stops the start", () => {
  const api = { routes: [{ method: "GET", path: "/secrets" }] } as unknown as Api;
  expect(() => requireEntries(api)).toThrow(/GET \/secrets/);
});
