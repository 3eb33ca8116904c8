/** Answers about scenarios as schemas, checked by the compiler against the contract. */
import { z } from "@hono/zod-openapi";
import type * as contract from "../contract.ts";

const text = z.string();
const uuid = z.uuid();
const hash = z.string().openapi({ description: "SHA-256", example: "1ac72304…" });
const amountTiyn = z.string().regex(/^-?\d+$/);
const moment = z.iso.datetime();
const number = z.int().positive();
const count = z.int().nonnegative();
const status = z.enum(["enacted", "local", "secondary", "draft", "assumed"]);
const state = z.enum(["draft", "submitted", "approved", "issued", "superseded"]);
const person = z.strictObject({ id: uuid, name: text }).openapi("PersonName");
const override = z.record(text, z.unknown());

const envelope = z
  .strictObject({ limitTiyn: amountTiyn, headroomTiyn: amountTiyn, status })
  .nullable();

const summaryMembers = {
  ...{ id: uuid, name: text },
  parent: z.strictObject({ id: uuid, name: text, revision: number }).nullable(),
  ...{ state, isArchived: z.boolean(), isDemonstration: z.boolean() },
  ...{ budgetYear: z.int(), knownOn: text, registerHash: hash, methodologyHash: hash },
  ...{ revision: number, editCount: count, totalTiyn: amountTiyn, envelope },
  ...{ identity: hash, resultHash: hash, engineVersion: text },
  ...{ createdBy: person, createdAt: moment, changedBy: person, changedAt: moment },
};

export const scenarioSchema = z
  .strictObject(summaryMembers)
  .openapi("Scenario") satisfies z.ZodType<contract.ScenarioSummary>;

const amounts = z.array(z.strictObject({ id: text, amountTiyn }));

const totals = z
  .strictObject({
    totalTiyn: amountTiyn,
    ...{ byTier: amounts, byDistrict: amounts, byBudgetCode: amounts, byMethod: amounts },
  })
  .openapi("ScenarioTotals") satisfies z.ZodType<contract.ScenarioTotals>;

export const scenarioDetailSchema = z
  .strictObject({
    ...summaryMembers,
    totals,
    overrides: z.array(
      z.strictObject({
        ...{ cell: text, override, author: person, madeAt: moment, revision: number },
        standing: text.nullable(),
      }),
    ),
    steps: z.array(
      z.strictObject({
        ...{ from: state, to: state, revision: number, runId: uuid.nullable() },
        ...{ author: person, madeAt: moment, reason: text },
      }),
    ),
  })
  .openapi("ScenarioDetail") satisfies z.ZodType<contract.ScenarioDetail>;

export const revisionSchema = z
  .strictObject({
    ...{ number, kind: z.enum(["created", "edited", "undone"]), batchId: uuid },
    ...{ author: person, madeAt: moment, undoes: number.nullable(), undoneBy: number.nullable() },
    ...{ totalTiyn: amountTiyn, resultHash: hash, engineVersion: text },
    edits: z.array(
      z.strictObject({
        ...{ cell: text, override: override.nullable(), previous: override.nullable() },
      }),
    ),
  })
  .openapi("ScenarioRevision") satisfies z.ZodType<contract.ScenarioRevision>;

export const keptBatchSchema = z
  .strictObject({
    ...{ revision: revisionSchema, totals, envelope, identity: hash },
    since: z.array(revisionSchema),
  })
  .openapi("KeptBatch") satisfies z.ZodType<contract.KeptBatch>;

export const scenarioValuesSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        ...{ parameter: text, key: z.record(text, text), validFrom: text, validTo: text },
        ...{ isWholeYear: z.boolean(), unit: text, status, standing: text },
        own: text.nullable(),
      }),
    ),
  })
  .openapi("ScenarioValues") satisfies z.ZodType<
  contract.ApiContract["/scenarios/{scenarioId}/values"]
>;
