/**
 * The order of names. Chromium sorts Kazakh as Russian, so the Kazakh alphabet is here; numbers
 * inside of names compare as numbers, № 9 before № 10.
 */
import type { Language } from "../i18n/language.ts";

const ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
const RANKS: ReadonlyMap<string, number> = new Map(
  Array.from(ALPHABET, (letter, index) => [letter, index]),
);

/** A letter of no alphabet of ours stands after all of them, by its code point. */
const AFTER_ALPHABET = 1000;
const BEFORE_ALPHABET = -0x110000;

/** Compares two names as the language orders them; names shown in English are in Russian. */
export function nameOrder(language: Language): (left: string, right: string) => number {
  if (language === "kk") return compareKazakh;
  const collator = new Intl.Collator(["ru", "en"], { numeric: true });
  return collator.compare;
}

function compareKazakh(left: string, right: string): number {
  const [ours, theirs] = [piecesOf(left), piecesOf(right)];
  for (const [index, piece] of ours.entries()) {
    const other = theirs[index];
    if (other === undefined) return 1;
    const difference = comparePieces(piece, other);
    if (difference !== 0) return difference;
  }
  if (ours.length < theirs.length) return -1;
  return left < right ? -1 : Number(left > right);
}

/** Runs of digits whole, everything else letter by letter. */
function piecesOf(name: string): readonly string[] {
  return name.toLowerCase().match(/\d+|\D/gu) ?? [];
}

function comparePieces(left: string, right: string): number {
  const areNumbers = /^\d/.test(left) && /^\d/.test(right);
  return areNumbers ? Number(BigInt(left) - BigInt(right)) : rankOf(left) - rankOf(right);
}

/** Signs, then digits, then the alphabet, then other letters. */
function rankOf(piece: string): number {
  const rank = RANKS.get(piece);
  if (rank !== undefined) return rank;
  if (/^\d/.test(piece)) return -1;
  const codePoint = piece.codePointAt(0) ?? 0;
  return /^\p{L}/u.test(piece) ? AFTER_ALPHABET + codePoint : BEFORE_ALPHABET + codePoint;
}
