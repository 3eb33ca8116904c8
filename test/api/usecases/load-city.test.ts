import { expect, it } from "vitest";
import { createCityLoading } from "../../../packages/api/src/usecases/load-city.ts";
import { testDatabase } from "../../support/database.ts";
import { NOW, schoolCity } from "../../support/kept-school.ts";
import { keepPerson, storeOf } from "../../support/signed-in.ts";

const { pool } = testDatabase();

it("an administrator gets the invented city once, and the journal tells it", async () => {
  const store = storeOf(pool);
  const administrator = await keepPerson(pool, "administrator");
  const outside = { store, clock: () => new Date(NOW), ids: () => crypto.randomUUID() };
  const load = createCityLoading({ ...outside, city: schoolCity() });
  expect(await Promise.all([load(administrator), load(administrator)])).toEqual([true, false]);
  const runs = await store.runs.list({ limit: 5, after: undefined });
  expect(runs.items.map(({ isDemonstration }) => isDemonstration)).toEqual([true]);
  const told = await store.audit.list({ limit: 5, after: undefined }, "demonstration");
  expect(told.items.map(({ actor, facts }) => [actor?.id, facts])).toEqual([
    [administrator, { people: "0" }],
  ]);
});
