import { describe, expect, it } from "vitest";
import { asOf, type RegisterSnapshot } from "../../../packages/core/src/index.ts";
import { createRowCauses } from "../../../packages/core/src/scenario/mixed-rows.ts";
import { openSides } from "../../../packages/core/src/scenario/mixed-sides.ts";
import { getValue } from "../../support/get-value.ts";
import { label, parseSchool } from "../../support/school-methodology.ts";
import { factRow, lastYear, places, pupils, snapshot } from "../../support/school-register.ts";

type Document = Readonly<Record<string, unknown>>;

const GRANT = {
  fact: "grant",
  label: label("grant"),
  unit: "1",
  source: "facts",
  dimensions: ["level"],
};
const BEFORE = {
  fact: "before",
  label: label("before"),
  unit: "KZT",
  source: "last-year",
  of: "amount",
};

function rowCauses(from: readonly Document[], to: readonly Document[]) {
  const side = (facts: readonly Document[], register: RegisterSnapshot) => ({
    methodology: getValue(parseSchool({ more: [{ facts }] })),
    snapshot: register,
    asOf: asOf(2026),
  });
  return createRowCauses(getValue(openSides(side(from, snapshot()), side(to, snapshot()))));
}

const row = factRow("a", "grant", "1", { key: "level=primary" });

describe("a row differs for the cause of the fact that reads it", () => {
  const { ofHeadcount, ofFactRow, ofLastYear, haveOwnRows } = rowCauses(
    [
      { ...GRANT, cause: "rates" },
      { ...BEFORE, cause: "protections", where: { method: "formula" } },
    ],
    [
      { ...GRANT, cause: "rates" },
      { ...BEFORE, cause: "protections", where: { method: "formula" } },
    ],
  );

  it("be it a headcount, a row of facts or a line of the year before", () => {
    expect(haveOwnRows).toBe(false);
    expect(ofHeadcount(pupils("a", "2026-01-01", "basic", 1))).toEqual({ cause: "headcounts" });
    expect(ofHeadcount(places("a", "2026-09-05", "basic", 1))).toEqual({ cause: "headcounts" });
    expect(ofFactRow(row)).toEqual({ cause: "rates" });
    expect(ofLastYear(lastYear("a", "1"))).toEqual({ cause: "protections" });
  });

  it("and for none where nobody reads it", () => {
    expect(ofHeadcount(pupils("a", "2025-01-01", "basic", 1))).toBeUndefined();
    expect(
      ofHeadcount({ ...pupils("a", "2026-01-01", "basic", 1), programme: "other" }),
    ).toBeUndefined();
    expect(ofFactRow({ ...row, fact: "other" })).toBeUndefined();
    expect(ofFactRow({ ...row, key: "grade=1" })).toBeUndefined();
    expect(ofLastYear(lastYear("a", "1", { method: "estimate" }))).toBeUndefined();
  });
});

it("a row that several facts read goes by the first of their causes", () => {
  const facts = [
    { ...GRANT, cause: "envelope" },
    { ...GRANT, fact: "gift", measure: "grant", cause: "rates" },
  ];
  expect(rowCauses(facts, facts).ofFactRow(row)).toEqual({ cause: "rates" });
});

it("a row that one law alone reads is that law's own", () => {
  const { ofFactRow, ofLastYear, haveOwnRows } = rowCauses([GRANT], [BEFORE]);
  expect(haveOwnRows).toBe(true);
  expect(ofFactRow(row)).toEqual({ onlyIn: "from" });
  expect(ofLastYear(lastYear("a", "1"))).toEqual({ onlyIn: "to" });
});

it("a fact that is renamed reads the same rows in both laws", () => {
  const { ofFactRow } = rowCauses([GRANT], [{ ...GRANT, fact: "gift", measure: "grant" }]);
  expect(ofFactRow(row)).toEqual({ cause: "headcounts" });
});
