/** Why a text cannot be entered in a cell: a code with facts, and the sentence for a person. */
import type { TFunction } from "i18next";

/** What is wrong with a text. */
export type ReadFaultCode =
  | "not-number"
  | "groups"
  | "not-whole"
  | "too-many-decimals"
  | "below-least"
  | "above-most"
  | "percent"
  | "not-arithmetic"
  | "no-end-of-formula"
  | "too-long"
  | "too-deep"
  | "division-by-zero"
  | "no-old-value"
  | "not-date"
  | "no-such-day"
  | "too-many-letters"
  | "no-input";

/** A code and what its sentence names. */
export type ReadFault = {
  readonly code: ReadFaultCode;
  readonly parameters: Readonly<Record<string, string | number>>;
};

/** A reading that failed. */
export type FailedReading = { readonly fault: ReadFault };

/** The failed reading with what its sentence names. */
export function failReading(
  code: ReadFaultCode,
  parameters: ReadFault["parameters"] = {},
): FailedReading {
  return { fault: { code, parameters } };
}

/** The sentence in the language of the page. */
export function faultText(t: TFunction, { code, parameters }: ReadFault): string {
  return t(`grid.fault.${code}`, parameters);
}
