/**
 * The code that proves, while nobody has an account, that somebody may read the console of the
 * server. It is kept in memory only: the next start has another one.
 */
import { randomInt } from "node:crypto";

/** Capital letters and digits that cannot be taken for one another. */
const LETTERS = "ACDEFGHJKMNPQRTUVWXY34679";
const LENGTH = 8;

/** A new code, `K7QF-M3XT`. */
export function makeFirstRunCode(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length)));
  return `${letters.slice(0, LENGTH / 2).join("")}-${letters.slice(LENGTH / 2).join("")}`;
}
