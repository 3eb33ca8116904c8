/** БИН of invented organisations, each greater than the one before. */

const FIRST = 60_001_010_000;
/** Kept as one number a step, so that 200,000 of them stay below eleven digits. */
const STEP = 137_911;
const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const OTHER_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/** So many numbers with their check digit; those that are not issued are passed over. */
export function binNumbers(count: number): readonly string[] {
  const found: string[] = [];
  for (let number = FIRST; found.length < count; number += STEP) {
    const digits = String(number);
    const check = checkDigitOf(digits);
    if (check < 10) found.push(`${digits}${check}`);
  }
  return found;
}

function checkDigitOf(digits: string): number {
  const first = weigh(digits, WEIGHTS);
  return first < 10 ? first : weigh(digits, OTHER_WEIGHTS);
}

function weigh(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11;
}
