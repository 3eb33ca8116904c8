import { expect, it } from "vitest";
import { findMeantIds } from "../../../packages/core/src/register/meant-ids.ts";
import { rawTable } from "../../support/raw-tables.ts";
import { KINDERGARTEN, SCHOOL, STRANGER } from "../../support/small-register.ts";

it("a row means its БИН, whatever else is wrong with it", () => {
  expect(findMeantIds([rawTable("organisations.csv", { ownership: "чужая" })], "bin")).toEqual([
    [SCHOOL],
  ]);
});

it.each([
  ["one digit is wrong", "690240744431"],
  ["one digit is missing", "69024074443"],
  ["blanks stand inside", "6902 4074 4430"],
  ["an apostrophe stands before it", "'690240744430"],
])("a row may mean a БИН even if %s", (_slip, bin) => {
  expect(findMeantIds([rawTable("organisations.csv", { bin })], "bin")[0]).toContain(SCHOOL);
});

it.each(["", "6,90241E+11", "нет"])(
  "a row with the БИН «%s» means nobody who has a name",
  (bin) => {
    expect(findMeantIds([rawTable("organisations.csv", { bin })], "bin")).toEqual([[]]);
  },
);

it("a row that did not fit may mean any of its cells", () => {
  const brokenRows = [
    { row: 4, cells: ["x", STRANGER] },
    { row: 5, cells: ["обрывок"] },
  ];
  const table = { ...rawTable("organisations.csv"), brokenRows };
  expect(findMeantIds([table], "bin")).toEqual([[SCHOOL], [KINDERGARTEN], [STRANGER], []]);
});

it("a code means itself; what a mistyped one may have meant nobody can say", () => {
  const cells = (id: string) => ({ row: 2, cells: [id] });
  const table = { file: "organisations.csv", columns: ["id"] };
  const rows = [cells("S-1"), cells(" School  7 "), cells("S/1"), cells("")];
  expect(findMeantIds([{ ...table, rows }], "code")).toEqual([["S-1"], ["School 7"], [], []]);
});
