import { describe, expect, it } from "vitest";
import { explainLine, type RegisterSnapshot } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { SCHOOL_CODE, schoolPlan } from "../../support/school-methodology.ts";
import { estimate, run } from "../../support/school-register.ts";
import { outline } from "../../support/trace-nodes.ts";

const LINE = `overhead/${SCHOOL_CODE}/estimate`;

describe("a line paid by estimate", () => {
  it("shows each amount of its key with its row and its note", () => {
    const trace = explained([
      estimate({ tenge: "100.50", note: "утверждено" }),
      estimate({ tenge: "0.75", lineId: "E-2", source: { file: "estimates.csv", row: 3 } }),
      estimate({ tenge: "9", lineId: "E-3", tier: "preschool" }),
      estimate({ tenge: "9", lineId: "E-4", budgetYear: 2025 }),
      estimate({ tenge: "9", lineId: "E-5", organisationId: "a" }),
    ]);
    expect(outline(trace)).toEqual([
      `line ${LINE} = 101.25`,
      "  estimate E-1 = 100.50",
      "  estimate E-2 = 0.75",
    ]);
    expect(trace.inputs.map(({ counted, ground }) => [counted?.row, ground?.source])).toEqual([
      [2, "утверждено"],
      [3, undefined],
    ]);
    expect(trace.label?.ru).toBe(`${SCHOOL_CODE} (ru)`);
  });

  it.each([
    [["local"], "local"],
    [["local", "secondary"], "secondary"],
    [["local", "assumed"], "assumed"],
    [["local", "from a letter"], "assumed"],
  ])("of %s amounts is %s: a word that is no status is the weakest", (statuses, expected) => {
    const estimates = statuses.map((status, place) =>
      estimate({ tenge: "1", lineId: `E-${place}`, status }),
    );
    expect(explained(estimates).status).toBe(expected);
  });
});

function explained(estimates: RegisterSnapshot["estimates"]) {
  return getValue(explainLine(run(schoolPlan(), { organisations: [], estimates }), "", LINE));
}
