import { expect, it } from "vitest";
import { openDatabase } from "../../../packages/api/src/persistence/database.ts";
import { isDatabaseGone } from "../../../packages/api/src/persistence/database-gone.ts";
import { openPool } from "../../../packages/api/src/serve/open-pool.ts";
import { testDatabase } from "../../support/database.ts";

const { url, pool } = testDatabase("blank");

it("a database is gone when it ends the connection or is not there", async () => {
  const killed = await faultOf(pool, "select pg_terminate_backend(pg_backend_pid())");
  expect(isDatabaseGone(killed)).toBe(true);
  const nowhere = openPool({ url: "postgresql://nobody@localhost/none?host=/nowhere", size: 1 });
  expect(isDatabaseGone(await faultOf(nowhere, "select 1"))).toBe(true);
});

it("a database is gone for what is still asked over a connection that broke", async () => {
  const mine = openPool({ url, size: 1 });
  const client = await mine.connect();
  const asleep = client.query("select pg_sleep(60)").catch((error: unknown) => error);
  const ended = client.end();
  const late = await client.query("select 1").catch((error: unknown) => error);
  expect([isDatabaseGone(await asleep), isDatabaseGone(late)]).toEqual([true, true]);
  await ended;
  client.release();
  await mine.end();
});

it("a database is gone for who has waited long enough for a connection", () => {
  expect(isDatabaseGone(new Error("timeout exceeded when trying to connect"))).toBe(true);
});

it("a statement that the database refuses is no sign of it being gone", async () => {
  expect(isDatabaseGone(await faultOf(pool, "select 1 / 0"))).toBe(false);
  expect(isDatabaseGone("text")).toBe(false);
});

function faultOf(of: typeof pool, statement: string): Promise<unknown> {
  return openDatabase(of)
    .execute(statement)
    .catch((error: unknown) => error);
}
