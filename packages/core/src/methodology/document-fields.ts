/** The fields that documents of a methodology are made of; those with an id are shared by name. */
import { z } from "zod";
import { PROVISION_STATUSES } from "./provision.ts";

/** A name that every object has could be found where nobody wrote it. */
const isOwnName = (name: string): boolean => !(name in Object.prototype);
const OWN_NAME = "≠ constructor, toString, …";

/** A name of the language: letters, digits, _ and . */
export const id = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}\p{N}_]+)*$/u, "a name: letters, digits, _ and .")
  .refine(isOwnName, OWN_NAME)
  .meta({ id: "name" });
/** Codes stand side by side in keys, between signs that no code has: | ; = and /. */
export const code = z
  .string()
  .max(100)
  .regex(
    /^[\p{L}\p{N}_.-]+(?: [\p{L}\p{N}_.-]+)*$/u,
    "a code: letters, digits, _ - . and blanks inside",
  )
  .refine(isOwnName, OWN_NAME)
  .meta({ id: "code" });
/** A heading of a table, as a department writes it. */
export const column = z.string().min(1).max(100).meta({ id: "heading" });
/** A text of at most 4,000 characters. */
export const text = z.string().min(1).max(4000).meta({ id: "text" });
/** A text in three languages. */
export const label = z.strictObject({ ru: text, kk: text, en: text }).meta({ id: "label" });
/** A day that must exist. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "YYYY-MM-DD")
  .meta({ id: "day" });
/** A unit: products of base units. */
export const unit = z
  .string()
  .regex(/^(1|[A-Za-z]\w*)([*/][A-Za-z]\w*)*$/, "KZT/pupil/year")
  .meta({ id: "unit" });
/** A number as decimal text. */
export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, "decimal text: 462600, 0.085")
  .meta({ id: "decimal" });
/** A figure of the law: decimal text, or an exact fraction of whole numbers. */
export const figure = z
  .string()
  .regex(/^-?\d+(\.\d+|\/[1-9]\d*)?$/, "decimal text or a fraction: 462600, 0.085, 2/3")
  .meta({ id: "figure" });
/** An expression; a long one as lines. */
export const expression = z
  .union([text, z.array(z.string()).min(1)], "text or lines of text")
  .meta({ id: "expression" });
/** How firmly a value or rule stands. */
export const status = z.enum(PROVISION_STATUSES).meta({ id: "status" });

/** The ground of a value or rule. */
export const provenance = {
  status,
  provision: text.optional(),
  source: text.optional(),
  confirmedBy: text.optional(),
};
/** A half-open interval of days. */
export const validity = { validFrom: date, validTo: date.optional() };
