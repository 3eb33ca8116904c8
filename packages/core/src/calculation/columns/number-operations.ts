/**
 * Arithmetic on columns of exact numbers, row by row.
 *
 * Every operation first proves by the bounds of its operands that no result exceeds 2^52; whole
 * numbers are then added and multiplied as doubles without any error. Where the proof fails, the
 * same operation is done on ratios.
 */
import {
  addRatios,
  compareRatios,
  divideRatios,
  isTooLargeRatio,
  isZeroRatio,
  multiplyRatios,
  negateRatio,
  type Ratio,
  subtractRatios,
} from "../../money/index.ts";
import {
  commonDivisor,
  type Numbers,
  ratios,
  toRatios,
  WHOLE_LIMIT,
  type WholeNumbers,
  whole,
} from "./numbers.ts";

/** What stands between two operands, but for the quotient. */
export type SimpleOperator = "+" | "-" | "*";

export function combineNumbers(operator: SimpleOperator, left: Numbers, right: Numbers): Numbers {
  if (left.kind === "whole" && right.kind === "whole") {
    const found =
      operator === "*" ? multiplyWhole(left, right) : addWhole(left, right, operator === "-");
    if (found !== undefined) return found;
  }
  const combine = { "+": addRatios, "-": subtractRatios, "*": multiplyRatios }[operator];
  return combineRatios(left, right, (first, second) => sized(combine(first, second)));
}

/** Nothing where the value has outgrown any sum of money; the calculation by ratios tells it. */
function sized(value: Ratio): Ratio | undefined {
  return isTooLargeRatio(value) ? undefined : value;
}

function combineRatios(
  left: Numbers,
  right: Numbers,
  combine: (left: Ratio, right: Ratio) => Ratio | undefined,
): Numbers {
  const [first, second] = [toRatios(left), toRatios(right)];
  return ratios(
    first.map((value, row) => {
      const other = second[row];
      return value === undefined || other === undefined ? undefined : combine(value, other);
    }),
  );
}

function multiplyWhole(left: WholeNumbers, right: WholeNumbers): Numbers | undefined {
  const bound = left.bound * right.bound;
  const denominator = left.denominator * right.denominator;
  if (bound > WHOLE_LIMIT || denominator > WHOLE_LIMIT) return undefined;
  const product = new Float64Array(left.values.length);
  for (let row = 0; row < product.length; row += 1) {
    product[row] = (left.values[row] as number) * (right.values[row] as number);
  }
  return whole(product, denominator, bound);
}

function addWhole(left: WholeNumbers, right: WholeNumbers, isMinus: boolean): Numbers | undefined {
  const aligned = align(left, right);
  if (aligned === undefined) return undefined;
  const { denominator, factors } = aligned;
  const bound = left.bound * factors[0] + right.bound * factors[1];
  if (bound > WHOLE_LIMIT) return undefined;
  const second = isMinus ? -factors[1] : factors[1];
  const sum = new Float64Array(left.values.length);
  for (let row = 0; row < sum.length; row += 1) {
    sum[row] = (left.values[row] as number) * factors[0] + (right.values[row] as number) * second;
  }
  return whole(sum, denominator, bound);
}

/** What both columns are multiplied by to stand over one denominator. */
function align(left: WholeNumbers, right: WholeNumbers) {
  const divisor = commonDivisor(left.denominator, right.denominator);
  const factors = [right.denominator / divisor, left.denominator / divisor] as const;
  const denominator = left.denominator * factors[0];
  const isFit =
    denominator <= WHOLE_LIMIT &&
    left.bound * factors[0] <= WHOLE_LIMIT &&
    right.bound * factors[1] <= WHOLE_LIMIT;
  return isFit ? { denominator, factors } : undefined;
}

/** The exact quotient; a row whose divisor is zero has no value. */
export function divideNumbers(left: Numbers, right: Numbers): Numbers {
  if (left.kind === "whole" && right.kind === "whole") {
    const divisor = constantOf(right);
    const found = divisor === undefined ? undefined : divideWhole(left, divisor, right.denominator);
    if (found !== undefined) return found;
  }
  return combineRatios(left, right, (value, divisor) =>
    isZeroRatio(divisor) ? undefined : sized(divideRatios(value, divisor)),
  );
}

/** The one value of all rows; nothing where rows differ, or there is zero or no value in them. */
function constantOf({ values }: WholeNumbers): number | undefined {
  const first = values[0];
  if (first === undefined || first === 0) return undefined;
  for (let row = 1; row < values.length; row += 1) if (values[row] !== first) return undefined;
  return Number.isNaN(first) ? undefined : first;
}

function divideWhole(left: WholeNumbers, value: number, denominator: number): Numbers | undefined {
  const size = value < 0 ? -value : value;
  const shared = commonDivisor(size, denominator);
  const own = commonDivisor(left.denominator, denominator / shared);
  const factor = (value < 0 ? -denominator : denominator) / shared / own;
  const divisor = (left.denominator / own) * (size / shared);
  const bound = left.bound * (factor < 0 ? -factor : factor);
  if (bound > WHOLE_LIMIT || divisor > WHOLE_LIMIT) return undefined;
  const quotient = new Float64Array(left.values.length);
  for (let row = 0; row < quotient.length; row += 1) {
    quotient[row] = (left.values[row] as number) * factor;
  }
  return whole(quotient, divisor, bound);
}

export function negateNumbers(numbers: Numbers): Numbers {
  if (numbers.kind === "ratio") {
    return ratios(numbers.values.map((value) => value && negateRatio(value)));
  }
  const { values, denominator, bound } = numbers;
  return whole(
    values.map((value) => 0 - value),
    denominator,
    bound,
  );
}

export function absoluteNumbers(numbers: Numbers): Numbers {
  if (numbers.kind === "ratio") {
    return ratios(
      numbers.values.map((value) =>
        value !== undefined && value.numerator < 0n ? negateRatio(value) : value,
      ),
    );
  }
  const { values, denominator, bound } = numbers;
  return whole(
    values.map((value) => (value < 0 ? -value : value)),
    denominator,
    bound,
  );
}

/** For each row, whether the left is less than (-1), equal to (0) or greater than (1) the right. */
export function compareNumbers(left: Numbers, right: Numbers): Int8Array {
  const found = left.kind === "whole" && right.kind === "whole" && compareWhole(left, right);
  if (found) return found;
  const [first, second] = [toRatios(left), toRatios(right)];
  return Int8Array.from(first, (value, row) => {
    const other = second[row];
    if (value === undefined || other === undefined) return NO_ORDER;
    return signOf(compareRatios(value, other));
  });
}

function compareWhole(left: WholeNumbers, right: WholeNumbers): Int8Array | undefined {
  const aligned = align(left, right);
  if (aligned === undefined) return undefined;
  const [first, second] = aligned.factors;
  const orders = new Int8Array(left.values.length);
  for (let row = 0; row < orders.length; row += 1) {
    const one = (left.values[row] as number) * first;
    const difference = one - (right.values[row] as number) * second;
    orders[row] = Number.isNaN(difference) ? NO_ORDER : signOf(difference);
  }
  return orders;
}

function signOf(order: number): -1 | 0 | 1 {
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

/** What stands for the order of two values of which one is not there. */
export const NO_ORDER = 2;
