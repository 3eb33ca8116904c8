import { expect, it } from "vitest";
import { testDatabase } from "../../../support/database.ts";
import { appOver } from "../../../support/kept-school.ts";
import { storeOf } from "../../../support/signed-in.ts";

const { pool } = testDatabase();

it("the server tells its version and whose data it holds", async () => {
  const answer = await appOver(storeOf(pool)).request("/api/v1/health");
  expect(await answer.json()).toEqual({ status: "ok", version: "1.2.3", instance: "test" });
});

it("nothing can be sent there", async () => {
  const answer = await appOver(storeOf(pool)).request("/api/v1/health", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET"]);
});
