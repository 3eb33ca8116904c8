/**
 * What an expression yields: a number with a unit, a truth, a code of a list, a date, or a text not
 * yet placed.
 */
import { equalUnits, formatUnit, UNITLESS, type Unit } from "../money/index.ts";

export type ValueType =
  | { readonly kind: "number"; readonly unit: Unit }
  /** A bare 0: a zero of whatever unit stands beside it. */
  | { readonly kind: "zero" }
  | { readonly kind: "truth" }
  | { readonly kind: "code"; readonly codeList: string }
  /** Several codes at once, of which `includes` asks. */
  | { readonly kind: "codes"; readonly codeList: string }
  /** A code that only the register knows: the groups of an attribute. */
  | { readonly kind: "group"; readonly attribute: string }
  | { readonly kind: "date" }
  | { readonly kind: "text"; readonly value: string }
  /** A fault was reported already; nothing more is said about it. */
  | { readonly kind: "unknown" };

export const UNKNOWN: ValueType = { kind: "unknown" };
export const TRUTH: ValueType = { kind: "truth" };

export function numberType(unit: Unit): ValueType {
  return { kind: "number", unit };
}

/** The unit of a number; a bare zero counts as a bare number. */
export function unitOf(type: ValueType): Unit | undefined {
  if (type.kind === "number") return type.unit;
  return type.kind === "zero" ? UNITLESS : undefined;
}

export function isNumeric(type: ValueType): boolean {
  return type.kind === "number" || type.kind === "zero";
}

/**
 * The common type of two numbers that are added, compared or chosen between; nothing when units
 * differ.
 */
export function commonNumber(left: ValueType, right: ValueType): ValueType | undefined {
  if (left.kind === "zero") return right;
  if (right.kind === "zero") return left;
  if (left.kind !== "number" || right.kind !== "number") return undefined;
  return equalUnits(left.unit, right.unit) ? left : undefined;
}

/** For issue texts: `KZT/pupil/year`, `condition`, `code of level`. */
export function describeType(type: ValueType): string {
  switch (type.kind) {
    case "number":
      return formatUnit(type.unit);
    case "zero":
      return "0";
    case "truth":
      return "true | false";
    case "code":
      return `[${type.codeList}]`;
    case "codes":
      return `[${type.codeList}; …]`;
    case "group":
      return `[${type.attribute}]`;
    case "date":
      return "YYYY-MM-DD";
    case "text":
      return `'${type.value}'`;
    case "unknown":
      return "—";
  }
}
