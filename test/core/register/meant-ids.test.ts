import { expect, it } from "vitest";
import { findMeantIds } from "../../../packages/core/src/register/meant-ids.ts";
import { rawTable } from "../../support/raw-tables.ts";
import { KINDERGARTEN, SCHOOL, STRANGER } from "../../support/small-register.ts";

it("a row means its БИН, whatever else is wrong with it", () => {
  expect(findMeantIds([rawTable("organisations.csv", { ownership: "чужая" })])).toEqual([[SCHOOL]]);
});

it.each([
  ["one digit is wrong", "690240744431"],
  ["one digit is missing", "69024074443"],
  ["blanks stand inside", "6902 4074 4430"],
  ["an apostrophe stands before it", "'690240744430"],
])("a row may mean a БИН even if %s", (_slip, bin) => {
  expect(findMeantIds([rawTable("organisations.csv", { bin })])[0]).toContain(SCHOOL);
});

it.each(["", "6,90241E+11", "нет"])(
  "a row with the БИН «%s» means nobody who has a name",
  (bin) => {
    expect(findMeantIds([rawTable("organisations.csv", { bin })])).toEqual([[]]);
  },
);

it("a row that did not fit may mean any of its cells", () => {
  const brokenRows = [
    { row: 4, cells: ["x", STRANGER] },
    { row: 5, cells: ["обрывок"] },
  ];
  const table = { ...rawTable("organisations.csv"), brokenRows };
  expect(findMeantIds([table])).toEqual([[SCHOOL], [KINDERGARTEN], [STRANGER], []]);
});
