import { describe, expect, it } from "vitest";
import { explainLine } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { formula, line, type SchoolChange, schoolPlan } from "../../support/school-methodology.ts";
import {
  FORMULA_LINE,
  FOUR_CELLS,
  organisation,
  pupils,
  run,
} from "../../support/school-register.ts";
import { everyNode, outline } from "../../support/trace-nodes.ts";

/** Three schools: a with 100 pupils in all and b with 20 in the north, c with 8 in the south; an office. */
const REGISTER = {
  organisations: [
    organisation(),
    organisation({ id: "b" }),
    organisation({ id: "c", attributes: { district: "south" } }),
    organisation({ id: "office", attributes: { district: "west" } }),
  ],
  headcounts: [
    ...FOUR_CELLS,
    pupils("b", "2026-01-01", "primary", 20),
    pupils("c", "2026-01-01", "primary", 8),
  ],
};
const ALL = formula("all", "pupil", "sum(over count, level: pupils[count, level])");

function totalIn(amount: string, id = "a", formulas: SchoolChange["formulas"] = []) {
  const lines = [line("amount", amount, { exists: "when" })];
  const plan = schoolPlan({ formulas: [ALL, ...(formulas ?? [])], lines });
  const trace = getValue(explainLine(run(plan, REGISTER), id, FORMULA_LINE));
  return everyNode(trace).find(({ kind }) => kind === "total");
}

describe("a sum over organisations", () => {
  it("is that of the run, with its group, its size, and what the organisation has in it", () => {
    const node = totalIn("1 KZT/pupil * total(all by district)");
    expect(node).toMatchObject({
      ...{ value: { exact: "120", unit: "pupil" }, expression: "all" },
      key: [{ dimension: "district", code: "north" }],
      sentences: [{ code: "total-members", facts: [{ name: "count", value: { exact: "2" } }] }],
    });
    expect(node?.inputs.flatMap((part) => outline(part)).slice(0, 2)).toEqual([
      "part member = 100",
      "  formula all = 100",
    ]);
  });

  it("counts the organisation at hand where the condition holds for it", () => {
    const counted = "1 KZT * count(all > 10 pupil) + 0 * total(1 KZT/pupil * all)";
    expect(totalIn(counted)).toMatchObject({
      ...{ id: "count", value: { exact: "2" }, sentences: [{ code: "count-members" }] },
      inputs: [{ id: "member", value: { exact: "1" } }],
    });
    expect(totalIn(counted, "c")?.inputs[0]?.value).toMatchObject({ exact: "0" });
  });

  it("names the parts of others to an organisation that only sums them up", () => {
    const others = totalIn("1 KZT/pupil * total(all)", "office");
    expect(others?.value).toMatchObject({ exact: "128" });
    expect(others?.inputs.map(({ label: name, value }) => [name?.ru, value])).toMatchObject([
      ["a (ru), a", { exact: "100" }],
      ["b (ru), b", { exact: "20" }],
      ["c (ru), c", { exact: "8" }],
    ]);
    expect(totalIn("1 KZT/pupil * total(all)", "c")?.inputs).toMatchObject([{ id: "member" }]);
  });

  it("of a district of the city tells nothing of a school elsewhere", () => {
    const north = formula("of_district", "pupil", "total(all by district)", {
      grain: ["district"],
    });
    const asked = "1 KZT/pupil * of_district['north'] + 0 KZT/pupil * all";
    expect(totalIn(asked, "c", [north])).toMatchObject({ value: { exact: "120" }, inputs: [] });
    expect(totalIn(asked, "a", [north])?.inputs).toHaveLength(1);
  });
});
