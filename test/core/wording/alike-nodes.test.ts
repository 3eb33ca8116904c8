import { expect, it } from "vitest";
import { createTranslate } from "../../../packages/api/src/create-translate.ts";
import {
  groupAlike,
  isForPeople,
  namesOf,
  type TraceNode,
} from "../../../packages/core/src/index.ts";
import { schoolPlan } from "../../support/school-methodology.ts";

const reader = {
  names: namesOf(schoolPlan().methodology),
  language: "en",
  translate: await createTranslate("en"),
} as const;

it("neighbouring cells of one content stand together, whatever they are named", () => {
  const groups = groupAlike(
    [cell("01", "5"), cell("02", "5"), cell("03", "7"), cell("04", "5")],
    reader,
  );
  expect(groups.map((group) => group.map(({ key }) => key[0]?.code))).toEqual([
    ["01", "02"],
    ["03"],
    ["04"],
  ]);
});

it("a truth and the calendar are left to machines", () => {
  expect(isForPeople(cell("01", "5"))).toBe(true);
  expect(isForPeople({ ...cell("01", "5"), kind: "calendar" })).toBe(false);
  const truth = { ...cell("01", "5"), value: { kind: "truth", isTrue: true } } as const;
  expect(isForPeople(truth)).toBe(false);
  expect(isForPeople({ ...truth, kind: "presence" })).toBe(true);
});

function cell(month: string, exact: string): TraceNode {
  return {
    ...{ kind: "cell", id: "sum", label: undefined, key: [{ dimension: "month", code: month }] },
    value: { kind: "number", exact, unit: "pupil" },
    ...{ expression: undefined, withValues: undefined, rounding: undefined, ground: undefined },
    ...{ counted: undefined, status: undefined, inputs: [] },
    ...{ before: undefined, sentences: [], cases: [] },
  };
}
