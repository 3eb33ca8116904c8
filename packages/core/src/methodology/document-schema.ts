/**
 * The shape of methodology documents, format version 1; packages/core/data/README.md says it in
 * words.
 */
import { z } from "zod";
import { HEADCOUNT_COLUMNS, LAST_YEAR_DIMENSIONS } from "../register/index.ts";
import {
  code,
  column,
  date,
  decimal,
  expression,
  figure,
  id,
  label,
  provenance,
  type status,
  text,
  unit,
  validity,
} from "./document-fields.ts";
import { stage } from "./stage-schema.ts";

export const FORMAT_VERSION = 1;

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
  type: z.enum(["code", "codes", "group", "number", "date"]),
  codeList: id.optional(),
  unit: unit.optional(),
  column: column.optional(),
  from: id.optional(),
  property: id.optional(),
  optional: z.boolean().optional(),
});

const headcountColumn = z.enum(HEADCOUNT_COLUMNS);

/** From the budget year back to the one whose rows are read. */
const year = z.int().min(-5).max(0);

const headcountFact = z.strictObject({
  fact: id,
  label,
  unit,
  source: z.literal("headcounts").optional(),
  measure: code,
  period: id,
  year: year.optional(),
  dimensions: z.record(id, headcountColumn),
  where: z.partialRecord(headcountColumn, code),
  cause: code.optional(),
  reportedBy: expression,
  inherited: expression.optional(),
});

const namedFact = z.strictObject({
  fact: id,
  label,
  unit,
  source: z.literal("facts"),
  measure: id.optional(),
  period: id.optional(),
  year: year.optional(),
  dimensions: z.array(id).optional(),
  wholeNumbers: z.boolean().optional(),
  cause: code.optional(),
  reportedBy: expression.optional(),
  inherited: expression.optional(),
});

const lastYearFact = z.strictObject({
  fact: id,
  label,
  unit,
  source: z.literal("last-year"),
  of: z.enum(["amount", "child-months"]),
  dimensions: z.array(z.enum(LAST_YEAR_DIMENSIONS)).optional(),
  where: z.strictObject({ method: z.enum(["formula", "estimate"]).optional() }).optional(),
  cause: code.optional(),
  inherited: expression.optional(),
});

const fact = z.discriminatedUnion(
  "source",
  [headcountFact, namedFact, lastYearFact],
  "headcounts | facts | last-year",
);

const parameterValue = z.strictObject({
  key: z.record(id, code).optional(),
  value: figure,
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
  cause: code.optional(),
  values: z.array(parameterValue).optional(),
});

const parameterValues = z.strictObject({ parameter: id, values: z.array(parameterValue) });

const table = z.strictObject({
  table: id,
  label,
  operandUnit: unit,
  unit,
  cause: code.optional(),
  dimensions: z.array(id).optional(),
  values: z.array(
    z.strictObject({
      key: z.record(id, code).optional(),
      points: z.array(z.strictObject({ from: figure, value: figure })).min(1),
      ...validity,
      knownFrom: date,
      ...provenance,
    }),
  ),
});

const mapping = z.strictObject({
  mapping: id,
  label,
  from: id,
  to: id,
  codes: z.record(code, code),
});

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
  exists: z.enum(["counted", "when"]).optional(),
  rounding: z.enum(["half-up", "half-even", "down", "up"]),
  ...provenance,
});

const unitWords = z.strictObject({ unit: id, label, one: label.optional() });

const workbook = z.strictObject({
  workbook: z.literal("register"),
  columns: z.array(z.strictObject({ column, headers: z.array(text).min(1) })),
  ignore: z.strictObject({ firstCells: z.array(text) }),
  dictionary: z.strictObject({ sheet: text }).optional(),
});

export const manifestSchema = z.strictObject({
  $schema: text.optional(),
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
  /** Where an editor finds the schema of the document. */
  $schema: text.optional(),
  formatVersion: z.number(),
  acts: z.array(act).optional(),
  codeLists: z.array(codeList).optional(),
  calendar: calendar.optional(),
  attributes: z.array(attribute).optional(),
  facts: z.array(fact).optional(),
  parameters: z.array(parameter).optional(),
  parameterValues: z.array(parameterValues).optional(),
  tables: z.array(table).optional(),
  mappings: z.array(mapping).optional(),
  formulas: z.array(formula).optional(),
  budgetCodes: z.array(z.strictObject({ budgetCode: code, label })).optional(),
  lines: z.array(line).optional(),
  stages: z.array(stage).optional(),
  organisationIds: z.strictObject({ scheme: z.enum(["bin", "code"]) }).optional(),
  workbooks: z.array(workbook).optional(),
  units: z.array(unitWords).optional(),
  translations: z.array(label).optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type MethodologyDocument = z.infer<typeof documentSchema>;
export type DocumentSection = Exclude<keyof MethodologyDocument, "formatVersion" | "$schema">;
export type ProvenanceDocument = {
  readonly status: z.infer<typeof status>;
  readonly provision?: string | undefined;
  readonly source?: string | undefined;
  readonly confirmedBy?: string | undefined;
};
