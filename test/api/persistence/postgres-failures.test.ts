import { expect, it } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { storeOf } from "../../support/signed-in.ts";

const { pool } = testDatabase();
const NOW = new Date("2026-11-23T10:00:00.000Z");
const RULE = { free: 3, firstSeconds: 30, longestSeconds: 100, forgetSeconds: 3600 };
const attempt = (key: string, seconds = 0) =>
  storeOf(pool).failures.attempt(key, RULE, new Date(NOW.getTime() + seconds * 1000));

it("of many attempts at once only the free ones pass", async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => attempt("many")));
  expect(made.filter(({ isRefused }) => !isRefused)).toHaveLength(3);
  expect(made.filter(({ isLocking }) => isLocking)).toHaveLength(1);
  expect(made.filter(({ isRefused }) => isRefused).map(({ lockedUntil }) => lockedUntil)).toEqual(
    Array(7).fill(new Date("2026-11-23T10:00:30.000Z")),
  );
});

it("a refused attempt does not make the wait longer", async () => {
  for (const _ of "123") await attempt("wait");
  for (const seconds of [1, 10, 29]) {
    expect((await attempt("wait", seconds)).lockedUntil).toEqual(
      new Date("2026-11-23T10:00:30.000Z"),
    );
  }
  expect((await attempt("wait", 30)).isLocking).toBe(true);
});

it("one attempt is taken back, or all are forgotten", async () => {
  const { failures } = storeOf(pool);
  for (const _ of "123") await attempt("taken");
  await failures.forgive("taken", "one");
  expect((await attempt("taken")).isLocking).toBe(true);
  await failures.forgive("taken", "all");
  expect((await attempt("taken")).isLocking).toBe(false);
});

it("what is a day old is not kept", async () => {
  await attempt("old");
  await attempt("new", 90_000);
  const { rows } = await pool.query("SELECT key FROM sign_in_failures WHERE key = 'old'");
  expect(rows).toEqual([]);
});
