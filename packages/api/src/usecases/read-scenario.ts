/** A scenario as its page shows it, with what would stand in the place of its overrides. */
import { InvariantViolation } from "@zhanbasy/core";
import type { ScenarioDetail, ScenarioValue } from "../contract.ts";
import { questionOf, type ScenarioContext } from "./scenario-context.ts";

/** Nothing when there is no such scenario. */
export async function readScenario(
  { store, books, desk }: ScenarioContext,
  scenarioId: string,
): Promise<ScenarioDetail | undefined> {
  const detail = await store.scenarios.findDetail(scenarioId);
  if (detail === undefined || detail.overrides.length === 0) return detail;
  const head = await store.scenarios.findHead(scenarioId);
  if (head === undefined) return undefined;
  const content = await books.contentOf(head, detail.revision);
  const standing = await desk.standing(questionOf(head, content));
  if (!standing.ok) throw new InvariantViolation(`scenario ${scenarioId} stands on what fits`);
  const byCell = new Map(content.own.map(({ cell }, place) => [cell, standing.value[place]]));
  const overrides = detail.overrides.map((each) => ({
    ...each,
    standing: byCell.get(each.cell) ?? null,
  }));
  return { ...detail, overrides };
}

/** Every value of the law that the scenario may change, with what it says of it. */
export async function readScenarioValues(
  { store, books, desk }: ScenarioContext,
  scenarioId: string,
): Promise<readonly ScenarioValue[] | undefined> {
  const head = await store.scenarios.findHead(scenarioId);
  if (head === undefined) return undefined;
  const content = await books.contentOf(head, head.revision);
  const values = await desk.values(questionOf(head, content));
  if (!values.ok) throw new InvariantViolation(`scenario ${scenarioId} stands on what fits`);
  return values.value;
}
