/**
 * What comparisons stand on: the lines of one calculation, or amounts that were imported, in one
 * shape.
 */
import type { AllocationLine, AllocationMethod, CalculationRun } from "../calculation/index.ts";
import { present } from "../kernel/index.ts";
import {
  divideRatios,
  findDecimal,
  multiplyRatios,
  type Ratio,
  ratioOf,
  ratioOfDecimal,
  type Tiyn,
} from "../money/index.ts";

/** One organisation × tier × budget code × method; no organisation means citywide. */
export type ComparedLine = {
  readonly organisationId: string;
  readonly tier: string;
  readonly budgetCode: string;
  readonly method: AllocationMethod;
  readonly amount: Tiyn;
  /** Months for which it pays, each once for each child; absent where the line counts nobody. */
  readonly childMonths: Ratio | undefined;
};

export type ComparedSide = {
  readonly budgetYear: number;
  /** Each line stands once. */
  readonly lines: readonly ComparedLine[];
  readonly total: Tiyn;
  /** The district by organisation; who has none is not in it. */
  readonly districts: ReadonlyMap<string, string>;
};

/** The attribute by which organisations are added up on the map. */
export const DISTRICT = "district";
const MONTHS = ratioOf(12n);

/** The final lines of a calculation, estimates among them. */
export function sideOfRun({ plan, snapshot, lines, totals }: CalculationRun): ComparedSide {
  return {
    budgetYear: plan.asOf.budgetYear,
    lines: lines.map((line) => ({
      ...lineKeyOf(line),
      amount: line.amount,
      childMonths: childMonthsOf(line),
    })),
    total: totals.total,
    districts: districtsOf(snapshot),
  };
}

/** An average over the year is a twelfth of the months for which the line pays. */
function childMonthsOf(line: AllocationLine): Ratio | undefined {
  const heads = headsOf(line);
  return heads && multiplyRatios(heads, MONTHS);
}

/** The people whom the line pays for, on average over the year; absent where it counts nobody. */
export function headsOf({ headcount }: Pick<AllocationLine, "headcount">): Ratio | undefined {
  if (headcount === undefined) return undefined;
  const [above = "", below = "1"] = headcount.split("/");
  return divideRatios(ratioOfDigits(above), ratioOfDigits(below));
}

function ratioOfDigits(digits: string): Ratio {
  if (/^-?\d+$/.test(digits)) return ratioOf(BigInt(digits));
  return ratioOfDecimal(present(findDecimal(digits), `a headcount of ${digits} is a number`));
}

/** What tells lines apart. */
export function lineKeyOf({
  organisationId,
  tier,
  budgetCode,
  method,
}: Omit<ComparedLine, "amount" | "childMonths">) {
  return { organisationId, tier, budgetCode, method };
}

/** The district by organisation, as the register has it. */
export function districtsOf({
  organisations,
}: Pick<CalculationRun["snapshot"], "organisations">): ReadonlyMap<string, string> {
  return new Map(
    organisations.flatMap(({ id, attributes }) => {
      const district = attributes.get(DISTRICT);
      return district === undefined ? [] : [[id, district] as const];
    }),
  );
}
