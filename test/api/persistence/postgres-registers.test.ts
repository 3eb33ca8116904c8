import { expect, it } from "vitest";
import { createPostgresStore } from "../../../packages/api/src/persistence/postgres-store.ts";
import { testDatabase } from "../../support/database.ts";
import { SCHOOL_SNAPSHOT } from "../../support/kept-school.ts";

const { pool } = testDatabase();
const { registers } = createPostgresStore(pool);
const NOBODY = "f".repeat(64);

it("registers are listed newest first, part by part", async () => {
  for (const place of [1, 2, 3, 4, 5]) {
    await registers.save({
      hash: `${place}`.repeat(64),
      name: `register ${place}`,
      isDemonstration: false,
      // Two of them were kept in one moment.
      createdAt: new Date(`2026-01-0${place === 4 ? 3 : place}T00:00:00Z`),
      snapshot: SCHOOL_SNAPSHOT,
      warnings: [],
    });
  }
  const first = await registers.list({ limit: 2, after: undefined });
  const second = await registers.list({ limit: 2, after: first.next ?? "" });
  const third = await registers.list({ limit: 2, after: second.next ?? "" });
  const names = [first, second, third].map(({ items }) => items.map(({ name }) => name.slice(-1)));
  expect(names).toEqual([["5", "4"], ["3", "2"], ["1"]]);
  expect(third.next).toBeNull();
});

it("what nobody kept is not found", async () => {
  expect(await registers.find(NOBODY)).toBeUndefined();
  expect(await registers.findColumns(NOBODY)).toBeUndefined();
  expect(await registers.findWarnings(NOBODY)).toBeUndefined();
});
