/**
 * Canonical bytes of inputs and results, for hashing.
 *
 * Equal content gives equal text: object keys sorted, no blanks, whole numbers only, amounts as
 * text. What does not change a figure (labels, places in files, order of documents) is not part of
 * it.
 */
import { invariant } from "../kernel/index.ts";

export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [key: string]: Canonical | undefined };

export function canonicalText(value: Canonical): string {
  if (typeof value === "number") {
    invariant(Number.isSafeInteger(value), "a canonical number is a whole one");
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalText).join(",")}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalText(member)}`];
    });
  return `{${members.join(",")}}`;
}

function isList(value: Canonical): value is readonly Canonical[] {
  return Array.isArray(value);
}
