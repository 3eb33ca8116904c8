import { beforeAll, describe, expect, it } from "vitest";
import { demonstrationCity } from "../../../packages/api/src/files/demonstration-city.ts";
import { createDemonstrationScenarios } from "../../../packages/api/src/usecases/create-demonstration-scenarios.ts";
import { loadDemonstrationOnce } from "../../../packages/api/src/usecases/load-demonstration.ts";
import {
  createScenarioContext,
  type ScenarioContext,
} from "../../../packages/api/src/usecases/scenario-context.ts";
import { testDatabase } from "../../support/database.ts";
import { type KeptScenarios, keepScenarios } from "../../support/kept-scenarios.ts";
import { keepPerson, storeOf } from "../../support/signed-in.ts";

const LIST = { limit: 10, after: undefined };

describe("over the demonstration city", () => {
  const { pool } = testDatabase();
  let context: ScenarioContext;

  beforeAll(async () => {
    let now = new Date("2026-11-22T10:00:00.000Z").getTime();
    const clock = (): Date => {
      now += 1_000;
      return new Date(now);
    };
    const outside = { store: storeOf(pool), clock, ids: () => crypto.randomUUID() };
    await loadDemonstrationOnce({ ...outside, city: demonstrationCity });
    context = createScenarioContext(outside);
  });

  it("stand a base and two variants, the second one with a deficit", async () => {
    const editors = [await keepPerson(pool, "editor"), await keepPerson(pool, "editor")];
    await createDemonstrationScenarios(context, editors);
    await createDemonstrationScenarios(context, editors);
    const { items } = await context.store.scenarios.list(LIST);
    const told = items.map(({ name, editCount, envelope, changedBy }) => [
      ...[name, editCount, envelope?.limitTiyn, envelope?.headroomTiyn],
      editors.indexOf(changedBy.id),
    ]);
    expect(told).toEqual([
      ["Вариант Б", 3, "43150000000000", "-43324718314", 1],
      ["Вариант А", 2, "43200000000000", "99833567", 0],
      ["База 2026", 0, "43200000000000", "46046538348", 0],
    ]);
  });
});

describe("over another city", () => {
  const { pool } = testDatabase();
  let scenarios: KeptScenarios;

  beforeAll(async () => {
    scenarios = await keepScenarios(pool);
  });

  it("what does not fit is left out", async () => {
    const { context, editors } = scenarios;
    await createDemonstrationScenarios(context, [editors[0].personId]);
    const { items } = await context.store.scenarios.list(LIST);
    const counts = items.map(({ name, editCount }) => [name, editCount]);
    expect(new Map(counts as [string, number][])).toEqual(
      new Map([
        ["Вариант Б", 1],
        ["Вариант А", 0],
        ["База 2026", 0],
      ]),
    );
  });
});
