/**
 * How a table in the clipboard says that it was copied from a sheet of ours: by the attributes
 * below. It carries the unit of each column and exact figures behind those that are shown.
 */
import type { ExactValue } from "../exact-value.ts";
import type { SheetUnit } from "../sheet.ts";

/** On the table: the version of the mark. */
export const MARK_VERSION = "data-zhanbasy-sheet";

/** On the table: the units of its columns. */
export const MARK_UNITS = "data-zhanbasy-units";

/** On a cell: its figure in stored units, where the shown one and the unit do not tell it. */
export const MARK_VALUE = "data-zhanbasy-value";

/** A later version may mean something else, and is then read as any other table. */
export const VERSION = "1";

/** The units as one text. */
export function writeUnits(units: readonly (SheetUnit | null)[]): string {
  return JSON.stringify(
    units.map((unit) => unit && [unit.id, unit.name, unit.dimension, `${unit.size}`]),
  );
}

/** The units of a text; those that are not written well are none. */
export function readUnits(written: string): readonly (SheetUnit | null)[] {
  let units: unknown;
  try {
    units = JSON.parse(written);
  } catch {
    return [];
  }
  return Array.isArray(units) ? units.map(readUnit) : [];
}

/** `30500050` or `23/12`. */
export function writeStored({ numerator, denominator }: ExactValue): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}

/** The figure of a text; undefined where it is none. */
export function findStored(written: string): ExactValue | undefined {
  const [, above, below = "1"] = /^(-?\d{1,60})(?:\/([1-9]\d{0,59}))?$/.exec(written) ?? [];
  if (above === undefined) return undefined;
  return { numerator: BigInt(above), denominator: BigInt(below) };
}

function readUnit(unit: unknown): SheetUnit | null {
  const parts: readonly unknown[] = Array.isArray(unit) ? unit : [];
  const [id = "", name = "", dimension = "", size = ""] = parts.filter(isText);
  const isUnit = parts.length === 4 && /^[1-9]\d{0,29}$/.test(size) && name.length <= 60;
  return isUnit ? { id, name, dimension, size: BigInt(size) } : null;
}

function isText(part: unknown): part is string {
  return typeof part === "string";
}
