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

/** Gives a column to write into. */
export type Room = (size: number) => Float64Array;

const newRoom: Room = (size) => new Float64Array(size);

/**
 * One column that is written again and again. Whatever stands on the figure that owns it is worked
 * out anew whenever that is, so nothing reads what was there before.
 */
export function keepRoom(): Room {
  let kept: Float64Array | undefined;
  return (size) => {
    if (kept?.length !== size) kept = new Float64Array(size);
    return kept;
  };
}

/** What stands between two operands, but for the quotient. */
export type SimpleOperator = "+" | "-" | "*";

export function combineNumbers(
  operator: SimpleOperator,
  left: Numbers,
  right: Numbers,
  room = newRoom,
): Numbers {
  if (left.kind === "whole" && right.kind === "whole") {
    const found =
      operator === "*"
        ? multiplyWhole(left, right, room)
        : addWhole(left, right, operator === "-", room);
    if (found !== undefined) return found;
  }
  const combine = { "+": addRatios, "-": subtractRatios, "*": multiplyRatios }[operator];
  return combineRatios(left, right, combine);
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

function multiplyWhole(
  { values: left, ...one }: WholeNumbers,
  { values: right, ...other }: WholeNumbers,
  room: Room,
): Numbers | undefined {
  const bound = one.bound * other.bound;
  const denominator = one.denominator * other.denominator;
  if (bound > WHOLE_LIMIT || denominator > WHOLE_LIMIT) return undefined;
  const product = room(left.length);
  for (let row = 0; row < product.length; row += 1) {
    product[row] = (left[row] as number) * (right[row] as number);
  }
  return whole(product, denominator, bound);
}

function addWhole(
  left: WholeNumbers,
  right: WholeNumbers,
  isMinus: boolean,
  room: Room,
): Numbers | undefined {
  const aligned = align(left, right);
  if (aligned === undefined) return undefined;
  const { denominator, factors } = aligned;
  const bound = left.bound * factors[0] + right.bound * factors[1];
  if (bound > WHOLE_LIMIT) return undefined;
  const sum = room(left.values.length);
  addScaled(left.values, factors[0], right.values, isMinus ? -factors[1] : factors[1], sum);
  return whole(sum, denominator, bound);
}

function addScaled(
  left: Float64Array,
  first: number,
  right: Float64Array,
  second: number,
  sum: Float64Array,
): void {
  for (let row = 0; row < sum.length; row += 1) {
    sum[row] = (left[row] as number) * first + (right[row] as number) * second;
  }
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
    isZeroRatio(divisor) ? undefined : divideRatios(value, divisor),
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
  if (factor === 1) return whole(left.values, divisor, bound);
  return whole(
    left.values.map((each) => each * factor),
    divisor,
    bound,
  );
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
  const [one, other] = [left.values, right.values];
  const orders = new Int8Array(one.length);
  for (let row = 0; row < orders.length; row += 1) {
    const difference = (one[row] as number) * first - (other[row] as number) * second;
    orders[row] = Number.isNaN(difference) ? NO_ORDER : signOf(difference);
  }
  return orders;
}

function signOf(order: number): -1 | 0 | 1 {
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

/** What stands for the order of two values of which one is not there. */
export const NO_ORDER = 2;
