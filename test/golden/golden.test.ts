/**
 * Worked examples as data, one folder a case: a methodology of its own, a register, the amounts
 * expected of it, and SOURCE.md that says where the figures come from.
 *
 * The amounts are changed by hand only, with a reason. A variant changes one formula or one value
 * and names the lines that must notice and those that must not.
 */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type CalculationPlan,
  calculate,
  formatTenge,
  lineName,
  type MethodologyLayer,
  parseMethodology,
  parseRegister,
  registerRulesOf,
} from "../../packages/core/src/index.ts";
import { foldersIn, ROOT } from "../../scripts/source-files.ts";
import { buildPlanOf } from "../support/build-plan-of.ts";
import { getValue } from "../support/get-value.ts";
import { readLayers } from "../support/methodology-documents.ts";
import { tableOfRows } from "../support/table-of-rows.ts";
import { type Change, withChange } from "./with-change.ts";

type Row = Readonly<Record<string, string>>;
type Register = { readonly organisations: readonly Row[]; readonly headcounts: readonly Row[] };
type Run = {
  readonly year: number;
  readonly knownOn: string;
  /** Tenge by `organisation tier/budget code/method`. */
  readonly amounts: Row;
  readonly total: string;
};
type Variant = Change & {
  readonly variant: string;
  readonly changed: readonly string[];
  readonly kept: readonly string[];
};
type Expected = { readonly runs: readonly [Run, ...Run[]]; readonly variants?: readonly Variant[] };

describe.each(foldersIn("test/golden"))("%s", (name) => {
  const folder = `test/golden/${name}`;
  const layers = readLayers(`${folder}/methodology`);
  const register = readJson(`${folder}/register.json`) as Register;
  const { runs, variants = [] } = readJson(`${folder}/expected.json`) as Expected;
  const [first] = runs;

  it.each(runs)("gives the published amounts of $year, as known on $knownOn", (run) => {
    const { amounts, total } = run;
    expect(calculateAmounts(layers, register, run)).toEqual({ amounts, total });
  });

  it.each(variants)("notices: $variant", (variant) => {
    const { amounts } = calculateAmounts(withChange(layers, variant), register, first);
    const differing = Object.keys(first.amounts).filter(
      (line) => amounts[line] !== first.amounts[line],
    );
    expect(differing.sort()).toEqual([...variant.changed].sort());
    expect([...variant.changed, ...variant.kept].sort()).toEqual(Object.keys(first.amounts).sort());
  });

  it("says where its figures come from", () => {
    expect(existsSync(`${ROOT}${folder}/SOURCE.md`)).toBe(true);
  });
});

function calculateAmounts(
  layers: readonly MethodologyLayer[],
  register: Register,
  { year, knownOn }: Run,
): Pick<Run, "amounts" | "total"> {
  const plan = buildPlanOf(getValue(parseMethodology(layers)), year, knownOn);
  const { lines, totals } = getValue(calculate(plan, readSnapshot(plan, register)));
  const amounts = lines.map((line) => [
    `${line.organisationId} ${lineName(line)}`,
    formatTenge(line.amount),
  ]);
  return { amounts: Object.fromEntries(amounts) as Row, total: formatTenge(totals.total) };
}

function readSnapshot(plan: CalculationPlan, { organisations, headcounts }: Register) {
  const tables = {
    organisations: [tableOfRows("register.json", organisations)],
    headcounts: tableOfRows("register.json", headcounts),
    facts: undefined,
    estimates: undefined,
    lastYear: undefined,
  };
  return getValue(parseRegister(tables, registerRulesOf(plan))).snapshot;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(`${ROOT}${path}`, "utf8"));
}
