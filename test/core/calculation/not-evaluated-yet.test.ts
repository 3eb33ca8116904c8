import { describe, expect, it } from "vitest";
import { asOf, buildPlan } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { line, parseSchool } from "../../support/school-methodology.ts";

describe("what is only read so far is refused before anything is calculated", () => {
  it.each([
    ["total", "total(1 KZT)"],
    ["total", "1 KZT + total(rate * pupils['january', 'basic'] by district)"],
    ["count", "1 KZT * count(ownership = 'state' by district)"],
    ["band", "band(1 KZT, steps)"],
    ["interpolate", "if(true, interpolate(1 KZT, steps), 0)"],
  ])("%s in %s, with its place", (construct, expression) => {
    const methodology = getValue(parseSchool({ lines: [line("amount", expression)] }));
    const result = buildPlan(methodology, asOf(2026));
    expect(result.ok ? [] : result.issues).toEqual([
      {
        code: "not-evaluated-yet",
        place: {
          ...{ file: "school.json", path: ["lines", 0, "amount"] },
          offset: expression.indexOf(construct),
        },
        facts: { construct },
      },
    ]);
  });
});
