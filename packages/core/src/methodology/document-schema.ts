/**
 * The shape of methodology documents, format version 1; packages/core/data/README.md says it in
 * words.
 */
import { z } from "zod";
import { HEADCOUNT_COLUMNS } from "../register/index.ts";
import { PROVISION_STATUSES } from "./provision.ts";

export const FORMAT_VERSION = 1;

/** A name that every object has could be found where nobody wrote it. */
const isOwnName = (name: string): boolean => !(name in Object.prototype);
const OWN_NAME = "≠ constructor, toString, …";

const id = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}\p{N}_]+)*$/u, "a name: letters, digits, _ and .")
  .refine(isOwnName, OWN_NAME);
/** Codes stand side by side in keys, between signs that no code has: | ; = and /. */
const code = z
  .string()
  .max(100)
  .regex(
    /^[\p{L}\p{N}_.-]+(?: [\p{L}\p{N}_.-]+)*$/u,
    "a code: letters, digits, _ - . and blanks inside",
  )
  .refine(isOwnName, OWN_NAME);
/** A heading of a table, as a department writes it. */
const column = z.string().min(1).max(100);
const text = z.string().min(1).max(4000);
const label = z.strictObject({ ru: text, kk: text, en: text });
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "YYYY-MM-DD");
const unit = z.string().regex(/^(1|[A-Za-z]\w*)([*/][A-Za-z]\w*)*$/, "KZT/pupil/year");
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, "decimal text: 462600, 0.085");
const expression = z.union([text, z.array(z.string()).min(1)], "text or lines of text");
const status = z.enum(PROVISION_STATUSES);

const provenance = {
  status,
  provision: text.optional(),
  source: text.optional(),
  confirmedBy: text.optional(),
};
const validity = { validFrom: date, validTo: date.optional() };

const act = z.strictObject({
  act: code,
  label,
  number: text.optional(),
  adoptedOn: date.optional(),
  url: text.optional(),
  provisions: z.array(z.strictObject({ provision: code, locator: label })),
});

const codeList = z.strictObject({
  codeList: id,
  label,
  codes: z.array(
    z.strictObject({
      code,
      label,
      words: z.array(text).optional(),
      properties: z.record(id, code).optional(),
    }),
  ),
});

const calendar = z.strictObject({
  periods: z.array(
    z.discriminatedUnion("kind", [
      z.strictObject({ dimension: id, kind: z.literal("month") }),
      z.strictObject({
        dimension: id,
        kind: z.literal("date"),
        members: z.array(
          z.strictObject({ code, date: z.string().regex(/^\d{2}-\d{2}$/, "MM-DD") }),
        ),
      }),
    ]),
  ),
});

const attribute = z.strictObject({
  attribute: id,
  label,
  type: z.enum(["code", "codes", "number", "date"]),
  codeList: id.optional(),
  unit: unit.optional(),
  column: column.optional(),
  from: id.optional(),
  property: id.optional(),
  optional: z.boolean().optional(),
});

const headcountColumn = z.enum(HEADCOUNT_COLUMNS);

const fact = z.strictObject({
  fact: id,
  label,
  unit,
  measure: code,
  period: id,
  dimensions: z.record(id, headcountColumn),
  where: z.partialRecord(headcountColumn, code),
  reportedBy: expression,
});

const parameterValue = z.strictObject({
  key: z.record(id, code).optional(),
  value: decimal,
  ...validity,
  knownFrom: date,
  ...provenance,
});

const parameter = z.strictObject({
  parameter: id,
  label,
  unit,
  dimensions: z.array(id).optional(),
  minimum: decimal.optional(),
  values: z.array(parameterValue).optional(),
});

const parameterValues = z.strictObject({ parameter: id, values: z.array(parameterValue) });

const formula = z.strictObject({
  formula: id,
  label,
  grain: z.array(id),
  unit: z.union([z.literal("boolean"), unit], "KZT/pupil/year or boolean"),
  valuesOn: z.enum(["year", "month"]),
  ...validity,
  knownFrom: date.optional(),
  ...provenance,
  expression,
});

const line = z.strictObject({
  line: id,
  label,
  tier: code,
  budgetCode: code,
  method: z.literal("formula"),
  when: expression,
  amount: expression,
  headcount: expression.optional(),
  rounding: z.enum(["half-up", "half-even", "down", "up"]),
  ...provenance,
});

const workbook = z.strictObject({
  workbook: z.literal("register"),
  columns: z.array(z.strictObject({ column, headers: z.array(text).min(1) })),
  ignore: z.strictObject({ firstCells: z.array(text) }),
  dictionary: z.strictObject({ sheet: text }).optional(),
});

export const manifestSchema = z.strictObject({
  formatVersion: z.number(),
  methodology: z.string().regex(/^[a-z0-9]+(?:[/-][a-z0-9]+)*$/, "kz/almaty"),
  label,
  extends: text.optional(),
  demonstration: z.boolean().optional(),
  years: z.array(z.int().min(1990).max(2190)),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "KZT")
    .optional(),
});

export const documentSchema = z.strictObject({
  formatVersion: z.number(),
  acts: z.array(act).optional(),
  codeLists: z.array(codeList).optional(),
  calendar: calendar.optional(),
  attributes: z.array(attribute).optional(),
  facts: z.array(fact).optional(),
  parameters: z.array(parameter).optional(),
  parameterValues: z.array(parameterValues).optional(),
  formulas: z.array(formula).optional(),
  budgetCodes: z.array(z.strictObject({ budgetCode: code, label })).optional(),
  lines: z.array(line).optional(),
  workbooks: z.array(workbook).optional(),
  translations: z.array(label).optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type MethodologyDocument = z.infer<typeof documentSchema>;
export type DocumentSection = Exclude<keyof MethodologyDocument, "formatVersion">;
export type ProvenanceDocument = {
  readonly status: z.infer<typeof status>;
  readonly provision?: string | undefined;
  readonly source?: string | undefined;
  readonly confirmedBy?: string | undefined;
};
