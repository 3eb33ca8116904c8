import { describe, expect, it } from "vitest";
import {
  calculateCity,
  districtsOf,
} from "../../../packages/core/src/calculation/calculate-city.ts";
import { openCityLines } from "../../../packages/core/src/calculation/columns/city-lines.ts";
import { columnsOfRegister } from "../../../packages/core/src/calculation/columns/columns-of-register.ts";
import { openCase } from "../../oracle/compare-random-case.ts";
import { randomCase } from "../../oracle/random-methodologies.ts";
import { line, SCHOOL_LINE, schoolPlan } from "../../support/school-methodology.ts";
import { linesOf, organisation, snapshot } from "../../support/school-register.ts";
import { stage, stagedIssues } from "../../support/staged-city.ts";
import { planOfNumber, THREE_SCHOOLS } from "../../support/three-schools.ts";
import { heldLines, inColumns, oneByOne } from "../../support/two-ways.ts";

function calculated(plan: ReturnType<typeof schoolPlan>, register = THREE_SCHOOLS) {
  const columns = columnsOfRegister(plan, register);
  return calculateCity(plan, columns, openCityLines(plan, columns));
}

describe("a city is calculated", () => {
  it("school by school, line by line, without its estimates", () => {
    const other = line("other", "rate * pupils['january', 'basic']", { tier: "preschool" });
    const { lines, issues } = calculated(schoolPlan({ lines: [SCHOOL_LINE, other] }));
    expect(issues).toEqual([]);
    expect(linesOf({ lines })).toEqual([
      "a secondary/04.2.360.040/formula 100000.00",
      "a preschool/04.2.360.040/formula 20000.00",
      "b secondary/04.2.360.040/formula 20000.00",
    ]);
  });

  it("and what it read of the law is told, in columns or not", () => {
    const used = (text: string) => [...calculated(planOfNumber(text)).notes.used.keys()];
    expect(used("weight['basic']")).toEqual(["weight|level=basic|2026-01-01"]);
    const cases = "case 'a' when is_large: weight['basic'] otherwise 'b': 2";
    expect(used(cases)).toEqual(["weight|level=basic|2026-01-01"]);
  });
});

describe("what is wrong is told once", () => {
  it("though several lines miss it", () => {
    const lines = [
      line("one", "1 KZT / (rate - rate) * rate"),
      line("two", "1 KZT / (rate - rate) * rate", { tier: "preschool" }),
    ];
    const { issues } = calculated(schoolPlan({ lines }));
    expect(new Set(issues.map((each) => JSON.stringify(each))).size).toBe(issues.length);
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(["division-by-zero"]));
    const missing = calculated(planOfNumber("gone['basic'] + total(gone['basic'])")).issues;
    expect(missing.map(({ code }) => code)).toEqual(["parameter-missing"]);
  });

  it("of the people of a line as of its amount", () => {
    const headcount =
      "sum(over count, level: if(capacity > 10 pupil, pupils[count, level], 0 pupil))";
    const plan = planOfNumber("all_pupils", {}, { headcount });
    expect(calculated(plan).issues.map(({ code }) => code)).toEqual(["attribute-missing"]);
    expect(inColumns(plan, THREE_SCHOOLS).issues).toEqual(oneByOne(plan, THREE_SCHOOLS).issues);
  });

  it("and what stages refuse only where nothing under them is missing", () => {
    const pool = stage("pool", 1, {
      ...{ kind: "pool", lines: ["base"], collect: "5 KZT", weight: "weight", into: "base" },
    });
    const city = { a: { base: "10" } };
    const codes = stagedIssues([pool], city).map(({ code }) => code);
    expect(codes).toEqual(["pool-without-weights"]);
    const broken = { ...pool, weight: "weight / rank" };
    expect(stagedIssues([broken], city).map(({ code }) => code)).toEqual(["division-by-zero"]);
  });
});

it("the district of an organisation is empty where it has none", () => {
  const [a] = THREE_SCHOOLS.organisations;
  const bare = { ...organisation({ id: "z" }), attributes: new Map<string, string>() };
  const register = snapshot({ organisations: [...(a === undefined ? [] : [a]), bare] });
  const districtOf = districtsOf(columnsOfRegister(schoolPlan(), register));
  expect(["a", "z", "nobody"].map(districtOf)).toEqual(["north", "", ""]);
});

describe("laws", () => {
  const seeds = Array.from({ length: 30 }, (_, place) => place + 1);
  const people = "sum(over grade: pupils['january', grade, 'p1']) / 3";

  it("columns come to what each organisation comes to alone, having read the same", () => {
    let held = 0;
    for (const seed of seeds) {
      const given = randomCase(seed, 5);
      const { lines = [] } = given.document;
      // Lines that stand on stages are no columns; rates that are solved are stages too.
      if (JSON.stringify(lines).match(/ r[12]\b/)) continue;
      const document = {
        ...{ ...given.document, stages: [] },
        lines: lines
          .filter(({ line: id }) => id !== "L9")
          .map((each, place) => (place === 1 ? each : { ...each, headcount: people })),
      };
      const { plan, snapshot: register } = openCase({ ...given, document });
      const found = inColumns(plan, register);
      const expected = oneByOne(plan, register);
      expect(found.issues).toEqual(expected.issues);
      if (expected.issues.length > 0) continue;
      expect(found).toEqual(expected);
      held += heldLines(plan, register).length;
    }
    expect(held).toBeGreaterThan(30);
  });

  it("a school alone comes to what it comes to beside others", () => {
    const plan = planOfNumber("all_pupils / 7 + share[ownership]");
    const together = inColumns(plan, THREE_SCHOOLS).figures;
    THREE_SCHOOLS.organisations.forEach((each, row) => {
      const alone = snapshot({ organisations: [each], headcounts: [...THREE_SCHOOLS.headcounts] });
      expect(inColumns(plan, alone).figures).toEqual([together[row]]);
    });
  });
});
