/** Finding organisations by words: part of a name in Kazakh or Russian, a number, a BIN. */

/** Digits fewer than these are a number inside of a name and never a part of a BIN. */
const SHORTEST_BIN_PART = 4;

/** A text as it is compared: case and ё do not matter. */
export function comparable(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е").replaceAll(/\s+/gu, " ").trim();
}

/** Where words are looked for; both are made by `comparable`. */
export type Searchable = { readonly names: string; readonly code: string };

/** Whether each word of the query is in the names, or its digits in the code. */
export function matchesQuery({ names, code }: Searchable, query: string): boolean {
  return comparable(query)
    .split(" ")
    .every((word) => names.includes(word) || isInCode(code, word));
}

function isInCode(code: string, word: string): boolean {
  return word.length >= SHORTEST_BIN_PART && /^[\d.]+$/.test(word) && code.includes(word);
}
