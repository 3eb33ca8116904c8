/**
 * The answers as schemas for the reference: each is checked by the compiler against the contract,
 * and by tests against real answers.
 */
import { z } from "@hono/zod-openapi";
import { TRACE_SENTENCES } from "@zhanbasy/core";
import type * as contract from "../contract.ts";
import { problemMembers } from "./problem-member-schemas.ts";

/** What JSON makes of a type: a member that may be undefined may be absent. */
type Answered<Value> = Value extends readonly (infer Item)[]
  ? readonly Answered<Item>[]
  : Value extends object
    ? {
        [Key in keyof Value as undefined extends Value[Key] ? never : Key]: Answered<Value[Key]>;
      } & {
        [Key in keyof Value as undefined extends Value[Key] ? Key : never]?:
          | Answered<Exclude<Value[Key], undefined>>
          | undefined;
      }
    : Value;

const text = z.string();
const hash = z.string().openapi({ description: "SHA-256", example: "1ac72304…" });
const amountTiyn = z
  .string()
  .regex(/^-?\d+$/)
  .openapi({
    description: "Whole tiyn, 0.01 of a tenge",
    example: "43200000000000",
  });
const createdAt = z.iso.datetime();
const count = z.int().nonnegative();
const exactCount = z.string().nullable().openapi({
  description: "People on average over the year: digits, or a fraction n/d",
  example: "211/12",
});
const method = z.enum(["formula", "estimate"]);
const status = z.enum(["enacted", "local", "secondary", "draft", "assumed"]);

const label = z.strictObject({ ru: text, kk: text, en: text }).openapi("Label");
const labels = z.record(text, label);

/** A list of items with the place where its next part begins. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item),
    next: text.nullable().openapi({ description: "Pass it as `after` to read on" }),
  });
}

export const healthSchema = z
  .strictObject({ status: z.literal("ok"), version: text, instance: text })
  .openapi("Health") satisfies z.ZodType<contract.ApiContract["/health"]>;

export const registerSchema = z
  .strictObject({
    ...{ hash, name: text, isDemonstration: z.boolean(), createdAt },
    ...{ organisationCount: count, headcountCount: count },
  })
  .openapi("Register") satisfies z.ZodType<contract.RegisterSummary>;

const methodologyMembers = {
  ...{ hash, id: text, label, isDemonstration: z.boolean() },
  ...{ years: z.array(z.int()), createdAt },
};

export const methodologySchema = z
  .strictObject(methodologyMembers)
  .openapi("Methodology") satisfies z.ZodType<contract.MethodologySummary>;

export const methodologyDetailSchema = z
  .strictObject({
    ...methodologyMembers,
    names: z.strictObject({
      currency: text,
      codeLists: z.record(text, labels),
      dimensions: labels,
      ...{ budgetCodes: labels, parameters: labels, formulas: labels, facts: labels },
      ...{ attributes: labels, tables: labels, mappings: labels, rates: labels },
      ...{ lines: labels, stages: labels, translations: labels },
      units: z.record(text, z.strictObject({ many: label, one: label })),
    }),
  })
  .openapi("MethodologyDetail") satisfies z.ZodType<contract.MethodologyDetail>;

const sourceDocument = z.strictObject({ file: text, content: z.unknown() });

export const documentsSchema = z
  .strictObject({
    layers: z.array(
      z.strictObject({ manifest: sourceDocument, documents: z.array(sourceDocument) }),
    ),
  })
  .openapi("MethodologyDocuments") satisfies z.ZodType<contract.MethodologyDocuments>;

const memberAmounts = z.array(z.strictObject({ id: text, amountTiyn }));

export const totalsSchema = z
  .strictObject({
    ...{ totalTiyn: amountTiyn, byTier: memberAmounts, byDistrict: memberAmounts },
    ...{ byBudgetCode: memberAmounts, byMethod: memberAmounts },
  })
  .openapi("RunTotals") satisfies z.ZodType<contract.RunTotals>;

const runMembers = {
  ...{ id: z.uuid(), budgetYear: z.int(), knownOn: z.iso.date() },
  ...{ registerHash: hash, methodologyHash: hash, resultHash: hash, engineVersion: text },
  ...{ createdAt, isDemonstration: z.boolean(), organisationCount: count, lineCount: count },
  totalTiyn: amountTiyn,
  envelope: z.strictObject({ limitTiyn: amountTiyn, headroomTiyn: amountTiyn, status }).nullable(),
  name: text.nullable(),
  scenario: z.strictObject({ id: text, name: text, revision: z.int() }).nullable(),
};

export const runSchema = z
  .strictObject(runMembers)
  .openapi("Run") satisfies z.ZodType<contract.RunSummary>;

const issueMembers = {
  code: text,
  facts: z.record(text, text),
  place: z.record(text, z.unknown()),
};

export const runDetailSchema = z
  .strictObject({
    ...runMembers,
    totals: totalsSchema,
    assumed: z.array(
      z.strictObject({
        ...{ parameter: text, label, digits: text, unit: text, validFrom: text },
        points: z.array(z.strictObject({ from: text, value: text })).nullable(),
        key: z.array(z.strictObject({ dimension: text, code: text })),
        source: text.nullable(),
      }),
    ),
    warnings: z.array(z.strictObject(issueMembers)),
  })
  .openapi("RunDetail") satisfies z.ZodType<contract.RunDetail>;

const cases = z.array(z.strictObject({ formula: text, label: text })).openapi({
  description: "Which rules applied: the chosen case of each formula that names its cases",
});

export const lineSchema = z
  .strictObject({
    ...{ organisationId: text, tier: text, budgetCode: text, method, amountTiyn },
    ...{ headcount: exactCount, cases },
  })
  .openapi("RunLine") satisfies z.ZodType<contract.RunLine>;

const positions = z.array(count);
const wordColumn = z
  .strictObject({ words: z.array(text), values: z.array(count.nullable()) })
  .openapi("WordColumn");

export const runColumnsSchema = z
  .strictObject({
    runId: z.uuid(),
    organisations: z.strictObject({
      ...{ ids: z.array(text), namesRu: z.array(text), namesKk: z.array(text) },
      attributes: z.record(text, wordColumn),
    }),
    lines: z.array(
      z.strictObject({
        ...{ line: text, label: label.nullable(), tier: text, budgetCode: text, method },
        ...{ rows: positions, amountsTiyn: z.array(amountTiyn), headcounts: z.array(exactCount) },
        ...{ cases: z.array(cases).nullable(), citywideTiyn: amountTiyn.nullable() },
      }),
    ),
  })
  .openapi("RunColumns") satisfies z.ZodType<contract.RunColumns>;

const rowColumns = { source: positions, row: positions };

export const registerColumnsSchema = z
  .strictObject({
    hash,
    sources: z.array(z.strictObject({ file: text, sheet: text.nullable() })),
    organisations: z.strictObject({
      ...{ ids: z.array(text), namesRu: z.array(text), namesKk: z.array(text) },
      ...{ openedOn: z.array(text), closedOn: z.array(text.nullable()) },
      ...{ successorIds: z.array(z.array(text)), attributes: z.record(text, wordColumn) },
      ...rowColumns,
    }),
    headcounts: z.strictObject({
      organisation: positions,
      ...{ measure: wordColumn, period: wordColumn, tier: wordColumn },
      ...{ level_or_group: wordColumn, programme: wordColumn, child_category: wordColumn },
      ...{ headcount: positions, ...rowColumns },
    }),
    facts: z.strictObject({
      organisation: positions,
      ...{ fact: wordColumn, period: wordColumn, key: wordColumn },
      ...{ value: z.array(text), ...rowColumns },
    }),
    estimates: z.array(
      z.strictObject({
        ...{ lineId: text, budgetYear: z.int(), organisationId: text, tier: text },
        ...{ budgetCode: text, nameRu: text, amountTiyn, status: text, note: text },
        ...{ source: count, row: count },
      }),
    ),
    lastYear: z.array(
      z.strictObject({
        ...{ organisationId: text, tier: text, budgetCode: text, method, amountTiyn },
        ...{ childMonths: count.nullable(), source: count, row: count },
      }),
    ),
  })
  .openapi("RegisterColumns") satisfies z.ZodType<contract.RegisterColumns>;

const traceValue = z.union([
  z.strictObject({ kind: z.literal("number"), exact: text, unit: text }),
  z.strictObject({ kind: z.literal("truth"), isTrue: z.boolean() }),
  z.strictObject({ kind: z.literal("code"), codeList: text, code: text }),
  z.strictObject({ kind: z.literal("date"), date: text }),
]);

const traceGround = z.strictObject({
  status,
  ...{ act: label.optional(), locator: label.optional(), source: text.optional() },
  ...{ validFrom: text.optional(), validUntil: text.optional(), knownFrom: text.optional() },
  replaced: z.strictObject({ digits: text, knownFrom: text }).optional(),
});

const traceSentence = z.strictObject({
  code: z.enum(TRACE_SENTENCES),
  facts: z.array(z.strictObject({ name: text, value: traceValue })),
});

const traceNode = z.strictObject({
  kind: z.enum([
    ...(["line", "estimate", "rounding", "formula", "case", "sum", "cell"] as const),
    ...(["parameter", "fact", "attribute", "calendar", "total", "table", "mapping"] as const),
    ...(["presence", "line-amount", "stage", "stage-result", "rate", "part"] as const),
  ]),
  ...{ id: text, label: label.optional(), value: traceValue, before: traceValue.optional() },
  ...{ sentences: z.array(traceSentence), cases },
  key: z.array(z.strictObject({ dimension: text, code: text })),
  expression: text.optional(),
  withValues: z.strictObject({ text, values: z.array(traceValue) }).optional(),
  rounding: z
    .strictObject({
      before: traceValue,
      places: z.int(),
      mode: z.enum(["half-up", "half-even", "down", "up", "floor", "ceil"]),
    })
    .optional(),
  ground: traceGround.optional(),
  counted: z.strictObject({ file: text, sheet: text.optional(), row: count }).optional(),
  status: status.optional(),
  inputs: positions.openapi({ description: "Positions in `nodes`" }),
});

export const traceSchema = z
  .strictObject({
    ...{ organisationId: text, line: text, of: z.enum(["amount", "headcount"]) },
    nodes: z.array(traceNode),
  })
  .openapi("TraceGraph") satisfies z.ZodType<Answered<contract.TraceGraph>>;

export const problemSchema = z
  .strictObject({
    ...{ type: text, title: text, status: z.int(), detail: text, code: text },
    issues: z.array(z.strictObject({ ...issueMembers, message: text })),
    requestId: text,
    ...problemMembers,
  })
  .openapi("Problem") satisfies z.ZodType<Answered<contract.Problem>>;
