import { describe, expect, it } from "vitest";
import { buildClaimReader } from "../../../packages/core/src/register/headcount-claims.ts";
import { rawTable } from "../../support/raw-tables.ts";
import { registerRules } from "../../support/register-rules.ts";

const SCHOOL_ROW = ["enrolled", "secondary", "primary", "general", "general"] as const;

describe("a headcount row", () => {
  it("is claimed by the facts that take all of its codes", () => {
    const reading = claim(...SCHOOL_ROW);
    expect(reading.ok ? reading.claim.facts.map(({ id }) => id) : []).toEqual([
      "secondary.enrolled",
    ]);
  });

  it("is translated from words", () => {
    const reading = claim("Enrolled", "Среднее образование", "начальный", "общая", "general");
    expect(reading.ok ? reading.claim.codes : {}).toEqual({
      measure: "enrolled",
      tier: "secondary",
      level_or_group: "primary",
      programme: "general",
      child_category: "general",
    });
  });

  it.each([
    [["counted", ...SCHOOL_ROW.slice(1)], "measure", "enrolled"],
    [["enrolled", "higher", ...SCHOOL_ROW.slice(2)], "tier", "secondary, preschool"],
    [
      ["enrolled", "secondary", "primery", "general", "general"],
      "level_or_group",
      "primary, basic",
    ],
  ])("of %j has an unknown code", (texts, column, expected) => {
    expect(faults(texts)).toEqual([[column, "code-unknown", expected]]);
  });

  it("is told every unknown code", () => {
    expect(faults(["enrolled", "secondary", "a", "b", "c"]).map(([column]) => column)).toEqual([
      "level_or_group",
      "programme",
      "child_category",
    ]);
  });

  it("with an empty code is told what may stand there", () => {
    expect(faults(["enrolled", "preschool", "", "core", "from_3"])).toEqual([
      ["level_or_group", "value-missing", "full_day"],
    ]);
  });

  it("of known codes that no fact takes together is unclaimed where they part", () => {
    expect(faults(["enrolled", "preschool", "primary", "core", "from_3"])).toEqual([
      ["level_or_group", "headcount-unclaimed", "enrolled preschool full_day core under_3/from_3"],
    ]);
  });

  it("is claimed once and remembered", () => {
    const claimOf = buildClaimReader(registerRules(), rawTable("headcounts.csv"));
    expect(claimOf(SCHOOL_ROW)).toBe(claimOf([...SCHOOL_ROW]));
  });
});

function claim(...texts: readonly string[]) {
  return buildClaimReader(registerRules(), rawTable("headcounts.csv"))(texts);
}

function faults(texts: readonly string[]): readonly (readonly string[])[] {
  const reading = claim(...texts);
  if (reading.ok) return [];
  return reading.faults.map(({ column, fault }) => {
    const { code, facts } = fault({});
    return [column, code, "expected" in facts ? facts.expected : ""];
  });
}
