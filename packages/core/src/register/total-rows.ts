/** Rows that people keep among and below their organisations: totals, and who made the list. */
import { fold } from "./cell.ts";

const NUMBER = /^\d+$/;

/**
 * Whether the first written cell, numbers of rows left out, begins with one of the words. A row
 * that has a БИН is an organisation all the same; the caller looks for that.
 */
export function isTotal(cells: readonly string[], firstWords: readonly string[]): boolean {
  const first = cells.map((cell) => cell.trim()).find((cell) => cell !== "" && !NUMBER.test(cell));
  if (first === undefined) return false;
  const words = fold(first);
  return firstWords.some((word) => words.startsWith(fold(word)));
}
