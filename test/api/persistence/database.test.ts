import { expect, it } from "vitest";
import { openDatabase, pageOf } from "../../../packages/api/src/persistence/database.ts";
import { openPool } from "../../../packages/api/src/serve/open-pool.ts";
import { testDatabase } from "../../support/database.ts";

type Connection = { readonly end: () => Promise<void> };

const { url, pool } = testDatabase("blank");

const shape = { item: (row: number) => row * 10, cursor: (row: number) => `${row}` };

it("a page tells where the next one begins, when there is more", () => {
  expect(pageOf([1, 2, 3], 2, shape)).toEqual({ items: [10, 20], next: "2" });
});

it("the last page tells that it is the last", () => {
  expect(pageOf([1, 2], 2, shape)).toEqual({ items: [10, 20], next: null });
  expect(pageOf([], 2, shape)).toEqual({ items: [], next: null });
});

it("a connection that breaks in a transaction, or before it begins, is given up for another", async () => {
  const mine = openPool({ url, size: 1 });
  const database = openDatabase(mine);
  const inside = database.transaction(async (transaction) => {
    const { rows } = await transaction.execute<{ id: number }>("select pg_backend_pid() as id");
    await pool.query("SELECT pg_terminate_backend($1)", [rows[0]?.id]);
    await transaction.execute("select 1");
  });
  await expect(inside).rejects.toThrow();
  mine.once("acquire", (client: Connection) => void client.end());
  await expect(database.transaction(() => Promise.resolve())).rejects.toThrow();
  const { rows } = await database.transaction((again) => again.execute("select 1 as one"));
  await mine.end();
  expect(rows).toEqual([{ one: 1 }]);
});
