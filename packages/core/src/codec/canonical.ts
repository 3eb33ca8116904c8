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
  | LongList
  | { readonly [key: string]: Canonical | undefined };

/** A list whose members are made one by one while they are written, never all at once. */
export type LongList = () => Iterable<Canonical>;

export function canonicalText(value: Canonical): string {
  let text = "";
  writeCanonical(value, (part) => {
    text += part;
  });
  return text;
}

/** Hands the text over in parts, each of whole characters. */
export function writeCanonical(value: Canonical, write: (part: string) => void): void {
  if (typeof value === "function") writeList(value(), write);
  else if (typeof value !== "object" || value === null) write(plainText(value));
  else if (isList(value)) {
    if (isPlainList(value)) write(JSON.stringify(value));
    else writeList(value, write);
  } else writeObject(value, write);
}

type Plain = string | number | boolean | null;

function plainText(value: Plain): string {
  checkNumber(value);
  return JSON.stringify(value);
}

function checkNumber(value: Plain): void {
  if (typeof value !== "number") return;
  invariant(Number.isSafeInteger(value), "a canonical number is a whole one");
}

/** Whether the list has neither lists nor objects, so that its JSON is canonical. */
function isPlainList(list: readonly Canonical[]): list is readonly Plain[] {
  for (const value of list) {
    if (typeof value === "function" || (typeof value === "object" && value !== null)) return false;
    checkNumber(value);
  }
  return true;
}

function writeList(list: Iterable<Canonical>, write: (part: string) => void): void {
  let before = "[";
  for (const value of list) {
    write(before);
    writeCanonical(value, write);
    before = ",";
  }
  write(before === "[" ? "[]" : "]");
}

function writeObject(
  value: { readonly [key: string]: Canonical | undefined },
  write: (part: string) => void,
): void {
  let before = "{";
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    write(`${before}${JSON.stringify(key)}:`);
    writeCanonical(member, write);
    before = ",";
  }
  write(before === "{" ? "{}" : "}");
}

function isList(value: Canonical): value is readonly Canonical[] {
  return Array.isArray(value);
}
