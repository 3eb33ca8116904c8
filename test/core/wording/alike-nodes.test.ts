import { expect, it } from "vitest";
import { createTranslate } from "../../../packages/api/src/create-translate.ts";
import {
  forPeople,
  groupAlike,
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

const truth = { ...cell("01", "5"), value: { kind: "truth", isTrue: true } } as const;

it("a truth and the calendar are left to machines", () => {
  const month = { ...cell("01", "5"), kind: "calendar" } as const;
  expect(forPeople([cell("01", "5"), month, truth])).toEqual([cell("01", "5")]);
});

it("that a row is in the register is told where its value is not", () => {
  const there = { ...truth, kind: "presence", id: "before" } as const;
  const absent = { ...there, value: { kind: "truth", isTrue: false } } as const;
  const row = { ...cell("01", "5"), kind: "fact", id: "before" } as const;
  const chosen = { ...cell("01", "5"), kind: "case", inputs: [row] } as const;
  const elsewhere = { ...row, key: [{ dimension: "month", code: "02" }] };
  const condition = { ...truth, inputs: [row] };
  expect(forPeople([there, chosen])).toEqual([chosen]);
  expect(forPeople([absent, row])).toEqual([absent, row]);
  expect(forPeople([there, elsewhere])).toEqual([there, elsewhere]);
  expect(forPeople([there, condition])).toEqual([there]);
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
