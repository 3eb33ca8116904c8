/**
 * The shape of scenario documents, format version 1.
 *
 * What an override is about is said by the one field that only its kind has; so each is decoded by
 * the shape of that kind, and its faults are told in its own words.
 */
import { z } from "zod";
import {
  codeField as code,
  dateField as date,
  expressionField as expression,
  nameField as id,
  textField as text,
} from "../methodology/index.ts";
import type { SCOPE_KINDS } from "./scenario.ts";

export const SCENARIO_VERSION = 1;

const LENGTH = 4000;

/** Why somebody would have it otherwise; blanks are no reason. */
const reason = z.string().max(LENGTH).regex(/\S/, "text").meta({ id: "reason" });
const moment = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/,
    "YYYY-MM-DDThh:mm:ssZ",
  )
  .meta({ id: "moment" });

const signed = { reason, author: text.optional(), madeAt: moment.optional() };
const organisation = z.string().min(1).max(100);
const key = z.record(id, code);

const parameter = z.strictObject({
  parameter: id,
  key: key.optional(),
  validFrom: date.optional(),
  validTo: date.optional(),
  value: text,
  ...signed,
});

const fact = z.strictObject({
  fact: id,
  organisation,
  key: key.optional(),
  value: z.union([text, z.null()], '"180" | null'),
  ...signed,
});

const formula = z.strictObject({ formula: id, expression, ...signed });

const stageSwitch = z.strictObject({ switch: id, on: z.boolean(), ...signed });

const envelope = z.strictObject({
  envelope: text,
  tier: text.optional(),
  district: text.optional(),
  budgetCode: text.optional(),
  organisation: organisation.optional(),
  ...signed,
} satisfies Record<(typeof SCOPE_KINDS)[number], unknown> & Record<string, unknown>);

/** The shape of each kind of override, by the field that only it has. */
export const OVERRIDE_SCHEMAS = {
  parameter,
  fact,
  formula,
  switch: stageSwitch,
  envelope,
} as const;

/** A document whose overrides are still to be decoded. */
export const scenarioHeadSchema = z.strictObject({
  /** Where an editor finds the schema of the document. */
  $schema: text.optional(),
  formatVersion: z.number(),
  scenario: text.regex(/\S/, "text"),
  parent: text.optional(),
  overrides: z.array(z.unknown()),
});

/** The whole document, as an editor checks it. */
export const scenarioSchema = scenarioHeadSchema.extend({
  overrides: z.array(z.union([parameter, fact, formula, stageSwitch, envelope])),
});

export type ParameterDocument = z.infer<typeof parameter>;
export type FactDocument = z.infer<typeof fact>;
export type FormulaDocument = z.infer<typeof formula>;
export type SwitchDocument = z.infer<typeof stageSwitch>;
export type EnvelopeDocument = z.infer<typeof envelope>;
export type SignedDocument = Pick<FormulaDocument, "reason" | "author" | "madeAt">;
