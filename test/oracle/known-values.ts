/**
 * The oracle's own choice of a value: valid on the day, known by the as-of day, then the one that
 * names most of its key, then the latest known. No such value stops the calculation.
 */
import type { Row } from "./csv-rows.ts";
import { type Fraction, fractionOf } from "./fraction.ts";

export type KnownValues = (id: string, key: Row, day: string) => Fraction;

/** `rows` are those of parameters.csv: both ends of a validity belong to it. */
export function knownValues(rows: readonly Row[], knownOn: string): KnownValues {
  const found = new Map<string, Fraction>();
  return (id, key, day) => {
    const question = JSON.stringify([id, key, day]);
    const answer = found.get(question) ?? chooseValue(rows, id, key, day, knownOn);
    found.set(question, answer);
    return answer;
  };
}

function chooseValue(
  rows: readonly Row[],
  id: string,
  key: Row,
  day: string,
  knownOn: string,
): Fraction {
  const fitting = rows.filter(
    (row) =>
      row["parameter_id"] === id &&
      cell(row, "known_from") <= knownOn &&
      cell(row, "valid_from") <= day &&
      (cell(row, "valid_to") === "" || day <= cell(row, "valid_to")) &&
      keyParts(row).every(([dimension, code]) => key[dimension] === code),
  );
  const [best] = fitting.toSorted(
    (left, right) =>
      keyParts(right).length - keyParts(left).length ||
      (cell(left, "known_from") < cell(right, "known_from") ? 1 : -1),
  );
  if (best === undefined) throw new RangeError(`no value of ${id} on ${day}, ${knownOn}`);
  return fractionOf(cell(best, "value"));
}

function keyParts(row: Row): readonly (readonly [string, string])[] {
  const parts = cell(row, "key")
    .split(";")
    .filter((part) => part !== "");
  return parts.map((part) => {
    const [dimension = "", code = ""] = part.split("=");
    return [dimension, code];
  });
}

function cell(row: Row, column: string): string {
  return row[column] ?? "";
}
