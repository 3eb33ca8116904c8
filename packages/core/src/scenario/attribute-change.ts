/**
 * The difference between two calculations of one year, split into causes by Shapley's rule.
 *
 * Every part of the inputs that differs has a cause, and every mixture of earlier and later causes
 * is calculated. A cause gets what it adds on average over all orders in which causes can come, so
 * no order is preferred, what changes nothing gets nothing, and turning the two round turns every
 * sign. Of each line the parts are rounded to the tiyn, half away from zero, and what is left is a
 * cause of its own: so the parts add up by line, by organisation and in every other way.
 */
import { compareIds, fail, invariant, issue, ok, present, type Result } from "../kernel/index.ts";
import { sumTiyn, type Tiyn, tiyn } from "../money/index.ts";
import { type AttributedCause, nameOfCause, roundingCause } from "./causes.ts";
import { type CausesBy, openMixedInputs } from "./mixed-inputs.ts";
import type { CalculationInputs } from "./scenario.ts";
import { PLAYERS_LIMIT } from "./shapley.ts";
import { type SplitLine, splitAmounts } from "./split-amounts.ts";

/** An amount in the earlier and in the later calculation, and the parts of its change. */
export type AttributedChange = {
  readonly from: Tiyn;
  readonly to: Tiyn;
  /** One for each cause, in their order; together they are `to - from`. */
  readonly parts: readonly Tiyn[];
};

export type AttributedLine = AttributedChange &
  Pick<SplitLine, "organisationId" | "tier" | "budgetCode" | "method">;

/** What changes nothing is in none of the lists; where nothing changes at all, all are empty. */
export type Attribution = {
  /** Those that differ, in a fixed order, and what rounding leaves as the last. */
  readonly causes: readonly AttributedCause[];
  readonly total: AttributedChange;
  /** By id; empty text stands for citywide lines. */
  readonly byOrganisation: ReadonlyMap<string, AttributedChange>;
  readonly byTier: ReadonlyMap<string, AttributedChange>;
  readonly byDistrict: ReadonlyMap<string, AttributedChange>;
  readonly byBudgetCode: ReadonlyMap<string, AttributedChange>;
  /** Sorted by organisation, tier, budget code and method. */
  readonly lines: readonly AttributedLine[];
};

export type AttributionOptions = {
  /** Whether each parameter that differs is a cause of its own; otherwise causes are whole. */
  readonly by?: CausesBy;
};

/**
 * Why the second calculation comes to another amount than the first. Refused where they are not of
 * one budget year, currency and kind of ids, where more than eight causes differ, and where a
 * mixture cannot be calculated.
 */
export function attributeChange(
  from: CalculationInputs,
  to: CalculationInputs,
  { by = "cause" }: AttributionOptions = {},
): Result<Attribution> {
  const mixed = openMixedInputs(from, to, by);
  if (!mixed.ok) return mixed;
  const { causes } = mixed.value;
  if (causes.length > PLAYERS_LIMIT) {
    const facts = {
      count: `${causes.length}`,
      limit: `${PLAYERS_LIMIT}`,
      causes: causes.map(nameOfCause).join(", "),
    };
    return fail(issue("causes-too-many", {}, facts));
  }
  const split = splitAmounts(mixed.value);
  if (!split.ok) return split;
  const rounding = causes.length === 0 ? [] : [roundingCause(from.methodology, to.methodology)];
  return ok(collect([...causes, ...rounding], split.value));
}

function collect(causes: readonly AttributedCause[], lines: readonly SplitLine[]): Attribution {
  const whole = sumsBy(causes, lines, () => "");
  const nothing: AttributedChange = {
    ...{ from: tiyn(0n), to: tiyn(0n) },
    parts: causes.map(() => tiyn(0n)),
  };
  const total = whole.get("") ?? nothing;
  const changed = (memberOf: (line: SplitLine) => string): ReadonlyMap<string, AttributedChange> =>
    new Map([...sumsBy(causes, lines, memberOf)].filter(([, change]) => isChange(change)));
  const byLine = new Map(lines.map((line) => [nameOf(line), line]));
  const attribution: Attribution = {
    ...{ causes, total },
    byOrganisation: changed(({ organisationId }) => organisationId),
    byTier: changed(({ tier }) => tier),
    byDistrict: changed(({ district }) => district),
    byBudgetCode: changed(({ budgetCode }) => budgetCode),
    lines: [...changed(nameOf)].map(([name, change]) => {
      const { organisationId, tier, budgetCode, method } = present(byLine.get(name), name);
      return { organisationId, tier, budgetCode, method, ...change };
    }),
  };
  assertClosed(attribution);
  return attribution;
}

/** As lines are sorted everywhere. */
function nameOf({ organisationId, tier, budgetCode, method }: SplitLine): string {
  return [organisationId, tier, budgetCode, method].join("\u0000");
}

/** By member, sorted; of each line what its rounded parts leave goes to the last cause. */
function sumsBy(
  causes: readonly AttributedCause[],
  lines: readonly SplitLine[],
  memberOf: (line: SplitLine) => string,
): ReadonlyMap<string, AttributedChange> {
  const sums = new Map<string, { from: bigint; to: bigint; parts: bigint[] }>();
  for (const line of lines) {
    const member = memberOf(line);
    const sum = sums.get(member) ?? { from: 0n, to: 0n, parts: causes.map(() => 0n) };
    sums.set(member, sum);
    sum.from += line.from;
    sum.to += line.to;
    let left = line.to - line.from;
    line.parts.forEach((part, place) => {
      sum.parts[place] = (sum.parts[place] ?? 0n) + part;
      left -= part;
    });
    if (causes.length > 0) sum.parts[causes.length - 1] = (sum.parts.at(-1) ?? 0n) + left;
  }
  return new Map(
    [...sums]
      .sort(([left], [right]) => compareIds(left, right))
      .map(([member, { from, to, parts }]) => [
        member,
        { from: tiyn(from), to: tiyn(to), parts: parts.map(tiyn) },
      ]),
  );
}

function isChange({ from, to, parts }: AttributedChange): boolean {
  return from !== to || parts.some((part) => part !== 0n);
}

/** Each way of adding gives the parts of the whole, and the parts give the difference. */
function assertClosed({ causes, total, lines, ...ways }: Attribution): void {
  const members = Object.values(ways).map((way) => [...way.values()]);
  for (const way of [lines, ...members]) {
    causes.forEach((_, place) => {
      const sum = sumTiyn(way.map(({ parts }) => parts[place] ?? tiyn(0n)));
      invariant(sum === total.parts[place], "every way of adding the parts gives one total");
    });
  }
  for (const { from, to, parts } of [total, ...[lines, ...members].flat()]) {
    invariant(sumTiyn(parts) === to - from, "parts add up to the difference");
  }
}
