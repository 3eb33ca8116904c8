/**
 * What a calculation gives: lines to the tiyn, and every way of adding them up.
 *
 * A line is one organisation × tier × budget code × method. Lines without an organisation are
 * citywide.
 */
import { compareIdTuples, invariant } from "../kernel/index.ts";
import { sumTiyn, type Tiyn, tiyn } from "../money/index.ts";

export const CITYWIDE = "citywide";

export type AllocationMethod = "formula" | "estimate";

export type AllocationLine = {
  /** Empty text for a citywide line. */
  readonly organisationId: string;
  readonly tier: string;
  readonly budgetCode: string;
  readonly method: AllocationMethod;
  readonly amount: Tiyn;
  /**
   * The people it pays for, on average over the year, as plain digits or a fraction `n/d`; absent
   * where a line counts nobody: an estimate, a supplement to another line.
   */
  readonly headcount: string | undefined;
  /** The cases that were chosen on the way to the amount, in the order of the formulas. */
  readonly cases: readonly ChosenCase[];
};

/** Which rule applied: the formula or line that names its cases, and the name of the chosen one. */
export type ChosenCase = { readonly formula: string; readonly label: string };

export type AllocationTotals = {
  readonly total: Tiyn;
  readonly byTier: ReadonlyMap<string, Tiyn>;
  readonly byDistrict: ReadonlyMap<string, Tiyn>;
  readonly byBudgetCode: ReadonlyMap<string, Tiyn>;
  readonly byMethod: ReadonlyMap<string, Tiyn>;
};

/** `secondary/04.2.360.204/formula`: how a line of an organisation is named. */
export function lineName({
  tier,
  budgetCode,
  method,
}: Pick<AllocationLine, "tier" | "budgetCode" | "method">): string {
  return `${tier}/${budgetCode}/${method}`;
}

/** By organisation, tier, budget code and method; citywide lines come first. */
export function sortLines(lines: readonly AllocationLine[]): readonly AllocationLine[] {
  return lines.toSorted((left, right) => compareIdTuples(keyOf(left), keyOf(right)));
}

function keyOf(line: AllocationLine): readonly string[] {
  return [line.organisationId, line.tier, line.budgetCode, line.method];
}

/**
 * Adds the lines up by tier, district, budget code and method.
 *
 * Asserts that each way of adding gives the same total, and that no line stands twice: a result
 * that does not close is never shown.
 */
export function totalsOf(
  lines: readonly AllocationLine[],
  districtOf: (organisationId: string) => string,
): AllocationTotals {
  const total = sumTiyn(lines.map(({ amount }) => amount));
  const byDistrict = addBy(lines, ({ organisationId }) =>
    organisationId === "" ? CITYWIDE : districtOf(organisationId),
  );
  const byOrganisation = addBy(lines, ({ organisationId }) => organisationId);
  const totals = {
    total,
    byTier: addBy(lines, ({ tier }) => tier),
    byDistrict,
    byBudgetCode: addBy(lines, ({ budgetCode }) => budgetCode),
    byMethod: addBy(lines, ({ method }) => method),
  };
  const ways = [byOrganisation, byDistrict, totals.byTier, totals.byBudgetCode, totals.byMethod];
  for (const way of ways) {
    invariant(sumTiyn(way.values()) === total, "every way of adding the lines gives one total");
  }
  const names = new Set(lines.map((line) => keyOf(line).join("|")));
  invariant(names.size === lines.length, "a line stands once");
  return totals;
}

function addBy(
  lines: readonly AllocationLine[],
  memberOf: (line: AllocationLine) => string,
): ReadonlyMap<string, Tiyn> {
  const sums = new Map<string, Tiyn>();
  for (const line of lines) {
    const member = memberOf(line);
    sums.set(member, tiyn((sums.get(member) ?? 0n) + line.amount));
  }
  return new Map([...sums].sort(([left], [right]) => (left < right ? -1 : 1)));
}
