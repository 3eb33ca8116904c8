/**
 * БИН: the twelve digits by which Kazakhstan names an organisation.
 *
 * The twelfth digit is the sum of the first eleven times 1, 2, …, 11, modulo 11. If that gives 10,
 * the weights 3, 4, …, 11, 1, 2 are taken; if it is 10 again, the number is not issued.
 */
import { issue } from "../kernel/index.ts";
import { type Decoded, type Decoder, decoded, undecoded } from "./cell.ts";

const TWELVE_DIGITS = /^\d{12}$/;
const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];
const ZERO_CODE = 48;
const BIN_LENGTH = 12;

/** The twelve digits, with the right one last. */
export const BIN: Decoder<string> = { expected: "bin", decode: decodeBin };

/** The twelfth digit that belongs to the first eleven; nothing when such a number is not issued. */
export function findBinCheckDigit(digits: string): string | undefined {
  const first = weigh(digits, FIRST_WEIGHTS);
  if (first < 10) return String(first);
  const second = weigh(digits, SECOND_WEIGHTS);
  return second < 10 ? String(second) : undefined;
}

/** The numbers that a text may have meant: one digit is wrong or missing, or zeros at the start. */
export function findMeantBins(text: string): readonly string[] {
  const meant = new Set([text.padStart(BIN_LENGTH, "0")]);
  for (let place = 0; place < BIN_LENGTH; place += 1) {
    for (const digit of "0123456789") {
      const rest = text.length < BIN_LENGTH ? text.slice(place) : text.slice(place + 1);
      meant.add(text.slice(0, place) + digit + rest);
    }
  }
  return [...meant].filter((each) => decodeBin(each).ok);
}

function decodeBin(text: string): Decoded<string> {
  if (!TWELVE_DIGITS.test(text)) {
    return undecoded((place) => issue("bin-malformed", place, { value: text }));
  }
  const digit = findBinCheckDigit(text);
  if (digit === text.charAt(11)) return decoded(text);
  const expected = digit === undefined ? "—" : text.slice(0, 11) + digit;
  return undecoded((place) => issue("bin-check-digit", place, { value: text, expected }));
}

function weigh(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce(
    (total, weight, place) => total + weight * (digits.charCodeAt(place) - ZERO_CODE),
    0,
  );
  return sum % 11;
}
