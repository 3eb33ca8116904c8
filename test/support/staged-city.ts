/**
 * A city whose lines are attributes of its organisations, so that a test of stages says every
 * amount it starts from.
 */
import {
  type CalculationRun,
  calculate,
  formatTenge,
  type Issue,
  parseMethodology,
  type RegisterSnapshot,
  tiyn,
} from "../../packages/core/src/index.ts";
import { buildPlanOf } from "./build-plan-of.ts";
import { getValue } from "./get-value.ts";
import { KINDERGARTEN_CODE, label, line, SCHOOL_CODE, schoolLayers } from "./school-methodology.ts";
import { organisation, snapshot } from "./school-register.ts";

type Document = Readonly<Record<string, unknown>>;
/** Amounts and weights of one organisation by attribute; what is left out it does not have. */
export type StagedSchool = Readonly<Record<string, string>>;
export type StagedCity = Readonly<Record<string, StagedSchool>>;

/**
 * Lines `base` (secondary), `extra` (preschool) and `gift` (overhead), each where it has one; a gift
 * is for those of rank zero.
 */
const LINES = [
  line("base", "base", { exists: "when", when: "has_base" }),
  line("extra", "extra", {
    ...{ exists: "when", when: "has_extra" },
    ...{ tier: "preschool", budgetCode: KINDERGARTEN_CODE },
  }),
  line("gift", "0", { when: "rank = 0", tier: "overhead", budgetCode: SCHOOL_CODE }),
];

const MONEY = ["base", "extra", "floor", "cap", "last", "given"];
const NUMBERS = ["weight", "rank"];

const ATTRIBUTES = [
  ...MONEY.map((name) => number(name, "KZT")),
  ...NUMBERS.map((name) => number(name, "1")),
];

function number(attribute: string, unit: string): Document {
  return { attribute, label: label(attribute), type: "number", unit, column: attribute };
}

/** A stage of the test's own kind, with the fields that every stage has. */
export function stage(id: string, order: number, fields: Document): Document {
  return { stage: id, label: label(id), order, status: "assumed", ...fields };
}

/** The methodology with these stages; `more` are further sections. */
export function stagedMethodology(stages: readonly Document[], more: Document = {}) {
  const has = (name: string): Document => ({
    ...{ formula: `has_${name}`, label: label(name), grain: ["organisation"], unit: "boolean" },
    ...{ valuesOn: "year", validFrom: "2020-01-01", status: "assumed" },
    expression: `${name} > 0 or ${name} < 0`,
  });
  return parseMethodology(
    schoolLayers({
      ...{ lines: LINES, formulas: [has("base"), has("extra")] },
      more: [{ attributes: ATTRIBUTES, stages }, more],
    }),
  );
}

/** The register of the city; an amount that is left out is zero, which makes no line. */
export function stagedRegister(city: StagedCity): RegisterSnapshot {
  const zeros = Object.fromEntries([...MONEY, ...NUMBERS].map((name) => [name, "0"]));
  return snapshot({
    organisations: Object.entries(city).map(([id, attributes]) =>
      organisation({ id, attributes: { ...zeros, ...attributes } }),
    ),
  });
}

export function stagedRun(
  stages: readonly Document[],
  city: StagedCity,
  more: Document = {},
): CalculationRun {
  const plan = buildPlanOf(getValue(stagedMethodology(stages, more)), 2026, "2026-12-31");
  return getValue(calculate(plan, stagedRegister(city)));
}

/** What is wrong with the calculation; none when nothing is. */
export function stagedIssues(stages: readonly Document[], city: StagedCity): readonly Issue[] {
  const plan = buildPlanOf(getValue(stagedMethodology(stages)), 2026, "2026-12-31");
  const result = calculate(plan, stagedRegister(city));
  return result.ok ? [] : result.issues;
}

/** Final amounts as `a secondary 100.00`. */
export function amounts({ lines }: CalculationRun): readonly string[] {
  return lines.map(({ organisationId, tier, amount }) =>
    [organisationId, tier, formatTenge(amount)].join(" "),
  );
}

/** Rows of the ledger as `floors: a base 90.00 → 100.00 (envelope)`. */
export function ledgerTexts({ ledger }: CalculationRun): readonly string[] {
  return ledger.map(
    ({ stage: id, group, organisationId, line: name, before, after, change, paidBy }) => {
      const where = [id, group].filter((text) => text !== "").join(" ");
      if (organisationId === "") return `${where}: ${formatTenge(change)} (${paidBy})`;
      const moved = [before, after].map((amount) => formatTenge(amount ?? tiyn(0n))).join(" → ");
      return `${where}: ${organisationId} ${name} ${moved} (${paidBy})`;
    },
  );
}
