/**
 * The order of many names at once. Names of a city repeat their words, so each text before or after
 * a number is compared by the rules of the language once, and names by the places of their texts.
 */
import { nameOrder } from "../../format/kazakh-order.ts";
import type { Language } from "../../i18n/language.ts";

/** Positions of the names in the order of the language; a number inside compares as a number. */
export function orderNames(names: readonly string[], language: Language): readonly number[] {
  const pieces = names.map((name) => name.split(/(\d+)/));
  const texts = new Set(pieces.flatMap((all) => all.filter((_piece, index) => index % 2 === 0)));
  const places = new Map([...texts].sort(nameOrder(language)).map((text, place) => [text, place]));
  const keys = pieces.map((all) =>
    all.map((piece, index) => (index % 2 === 0 ? (places.get(piece) ?? 0) : Number(piece))),
  );
  return [...names.keys()].sort((left, right) => compareKeys(keys[left] ?? [], keys[right] ?? []));
}

function compareKeys(left: readonly number[], right: readonly number[]): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
