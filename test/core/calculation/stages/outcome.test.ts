import { expect, it } from "vitest";
import {
  groupFigure,
  itemName,
  nothingDone,
  type StagedItem,
  stageOutcome,
  tenge,
} from "../../../../packages/core/src/calculation/stages/outcome.ts";
import { tiyn } from "../../../../packages/core/src/money/index.ts";
import { stage, stagedRun } from "../../../support/staged-city.ts";

const item = (organisationId: string, before: bigint, after: bigint): StagedItem => ({
  ...{ organisationId, line: "base", before: tiyn(before), after: tiyn(after) },
  ...{ payer: "envelope", group: "north", figures: {} },
});
const ITEMS = [item("a", 100n, 130n), item("b", 50n, 40n)];

it("a group was given what its members gained and what is left", () => {
  const group = groupFigure({ name: "north", codes: ["north"] }, ITEMS, 5n, { pool: tenge(25n) });
  expect(group).toMatchObject({ members: 2, given: 25n, left: 5n });
  expect(group.figures).toEqual({ before: tenge(150n), after: tenge(170n), pool: tenge(25n) });
});

it("an outcome is found by organisation and line, and by group", () => {
  const [done] = stagedRun(
    [stage("limit", 1, { kind: "limit", lines: ["base"], envelope: "1 KZT" })],
    { a: { base: "1" } },
  ).plan.stages;
  if (done === undefined) throw new Error("the plan has the stage");
  const group = groupFigure({ name: "north", codes: ["north"] }, ITEMS, 0n, {});
  const found = stageOutcome(done, ITEMS, [group]);
  expect(found.items.get(itemName("b", "base"))?.after).toBe(40n);
  expect(found.groups.get("north")).toBe(group);
  expect(nothingDone(done, false)).toMatchObject({ isOn: false, items: new Map() });
});
