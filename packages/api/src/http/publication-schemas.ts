/** Answers about issues and what they rest on as schemas, checked by the compiler. */
import { z } from "@hono/zod-openapi";
import type * as contract from "../contract.ts";
import { obstacleSchema } from "./problem-member-schemas.ts";

const text = z.string();
const uuid = z.uuid();
const moment = z.iso.datetime();
const hash = z.string().openapi({ description: "SHA-256", example: "1ac72304…" });
const amountTiyn = z.string().regex(/^-?\d+$/);
const positive = z.int().positive();
const person = z.strictObject({ id: uuid, name: text }).openapi("PersonName");
const label = z.strictObject({ ru: text, kk: text, en: text }).openapi("Label");
const kind = z.enum(["preliminary", "official"]);
const facts = z.record(text, text);

export const gateSchema = z
  .strictObject({
    submit: z.array(obstacleSchema),
    approve: z.array(obstacleSchema),
    preliminary: z.array(obstacleSchema),
    official: z.array(obstacleSchema),
  })
  .openapi("ScenarioGate") satisfies z.ZodType<contract.ScenarioGate>;

export const groundSchema = z
  .strictObject({
    ...{ id: uuid, status: z.enum(["enacted", "local"]), act: text, clause: text },
    ...{ enteredBy: person, enteredAt: moment },
    ...{ confirmedBy: person.nullable(), confirmedAt: moment.nullable() },
  })
  .openapi("Ground") satisfies z.ZodType<contract.Ground>;

export const groundedValueSchema = z
  .strictObject({
    subject: text.openapi({ description: "What a ground is entered for" }),
    kind: z.enum(["parameter", "table", "rule", "estimate", "override", "envelope"]),
    status: z.enum(["secondary", "draft", "assumed"]),
    ...{ label: label.nullable(), name: text },
    key: z.array(z.strictObject({ dimension: text, code: text })),
    ...{ value: text, unit: text, validFrom: text.nullable() },
    ground: groundSchema.nullable(),
  })
  .openapi("GroundedValue") satisfies z.ZodType<contract.GroundedValue>;

export const findingSchema = z
  .strictObject({
    ...{ id: text, code: z.enum(["roll-over-capacity", "successor-missing", "amount-jump"]) },
    ...{ severity: z.enum(["blocking", "warning"]), organisationId: text },
    ...{ nameRu: text, nameKk: text, facts, owner: person.nullable() },
    waiver: z.strictObject({ reason: text, author: person, madeAt: moment }).nullable(),
  })
  .openapi("Finding") satisfies z.ZodType<contract.Finding>;

/** A list that is never long enough to be paged. */
export function listSchema<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item) });
}

export const publicationSchema = z
  .strictObject({
    ...{ id: uuid, scenarioId: uuid, scenarioName: text, revision: positive, runId: uuid },
    ...{ kind, budgetYear: z.int(), number: positive, issuedBy: person, issuedAt: moment },
    ...{ supersedes: uuid.nullable(), supersededBy: uuid.nullable(), totalTiyn: amountTiyn },
    seal: hash,
  })
  .openapi("Publication") satisfies z.ZodType<contract.Publication>;

export const ownAllocationSchema = z
  .strictObject({
    publication: z
      .strictObject({ id: uuid, kind, budgetYear: z.int(), number: positive, issuedAt: moment })
      .nullable(),
    organisations: z.array(
      z.strictObject({
        ...{ id: text, nameRu: text, nameKk: text, totalTiyn: amountTiyn },
        lines: z.array(
          z.strictObject({
            ...{ tier: text, tierLabel: label, budgetCode: text, label: label.nullable() },
            ...{ method: z.enum(["formula", "estimate"]), amountTiyn },
            headcount: text.nullable(),
          }),
        ),
      }),
    ),
  })
  .openapi("OwnAllocation") satisfies z.ZodType<contract.OwnAllocation>;

export const auditEntrySchema = z
  .strictObject({
    ...{ sequence: positive, madeAt: moment, actor: person.nullable() },
    ...{ action: text, subject: text, facts, hash },
  })
  .openapi("AuditEntry") satisfies z.ZodType<contract.AuditEntry>;

export const auditStateSchema = z
  .strictObject({
    count: z.int().nonnegative(),
    lastHash: hash.nullable(),
    brokenAt: positive.nullable(),
  })
  .openapi("AuditState") satisfies z.ZodType<contract.AuditState>;
