import { expect, it } from "vitest";
import { createDemonstrationStory } from "../../../packages/api/src/usecases/demonstration-story.ts";
import { testDatabase } from "../../support/database.ts";
import { keepScenarios } from "../../support/kept-scenarios.ts";
import { keepPerson } from "../../support/signed-in.ts";

const { pool } = testDatabase();
const LIST = { limit: 10, after: undefined };

it("is told once, when the demonstration has people, however many ask", async () => {
  const { context } = await keepScenarios(pool);
  const before = await context.store.scenarios.list(LIST);
  const tell = createDemonstrationStory(context);
  await tell();
  expect(await context.store.scenarios.list(LIST)).toEqual(before);
  await keepPerson(pool, "editor", { isSample: true });
  await Promise.all([tell(), tell(), tell()]);
  await tell();
  const names = (await context.store.scenarios.list(LIST)).items.map(({ name }) => name);
  expect(names.toSorted()).toEqual(["База 2026", "Вариант А", "Вариант Б"]);
});
