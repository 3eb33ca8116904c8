import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { type KeptScenarios, keepScenarios } from "../../support/kept-scenarios.ts";

const { pool } = testDatabase();
let scenarios: KeptScenarios;

beforeAll(async () => {
  scenarios = await keepScenarios(pool);
});

it("a list read in parts shows each scenario once, those of one moment too", async () => {
  const { context, newDraft } = scenarios;
  const made = await Promise.all(Array.from({ length: 5 }, () => newDraft()));
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await context.store.scenarios.list({ limit: 2, after });
    seen.push(...page.items.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen).toHaveLength(5);
  expect(new Set(seen)).toEqual(new Set(made));
});

it("a head tells what decides the figures, and no more", async () => {
  const { context, newDraft } = scenarios;
  const { store } = context;
  const id = await newDraft("Вариант");
  const summary = await store.scenarios.find(id);
  const { registerHash, methodologyHash } = summary ?? {};
  expect(await store.scenarios.findHead(id)).toEqual({
    ...{ id, name: "Вариант", registerHash, methodologyHash, revision: 1, state: "draft" },
    ...{ parent: undefined, envelope: undefined, isArchived: false },
    asOf: { budgetYear: 2026, knownOn: "2026-12-31" },
  });
});
