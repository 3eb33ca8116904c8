/**
 * The shape of methodology documents and of scenarios as JSON Schema, so that an editor completes
 * and checks them.
 *
 * The shape is that of the decoder, and each field says what it is.
 */
import {
  documentSchema,
  FORMAT_VERSION,
  manifestSchema,
} from "../packages/core/src/methodology/document-schema.ts";
import { scenarioSchema } from "../packages/core/src/scenario/scenario-schema.ts";
import { DESCRIPTIONS, SHARED } from "./schema-descriptions.ts";

/** Where the schemas stand, from the root. */
export const SCHEMA_FOLDER = "packages/core/data/schema";

type Json = Readonly<Record<string, unknown>>;

/** The text of each schema by its file. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  const files = {
    "document.schema.json": document(),
    "manifest.schema.json": manifest(),
    "scenario.schema.json": scenario(),
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 1)}\n`]),
  );
}

function document(): Json {
  const shape = documentSchema.toJSONSchema({ io: "input" }) as Json;
  return titled("A document of a methodology, format version 1", shape, "document");
}

function manifest(): Json {
  const shape = manifestSchema.toJSONSchema({ io: "input" }) as Json;
  return titled("The manifest of a methodology, format version 1", shape, "manifest");
}

function scenario(): Json {
  const shape = scenarioSchema.toJSONSchema({ io: "input" }) as Json;
  return titled("A scenario, format version 1", shape, "scenario");
}

function titled(title: string, { $defs, ...shape }: Json, owner: string): Json {
  const { $schema, ...described } = describe(shape, owner);
  const shared = Object.entries(($defs ?? {}) as Json).map(([name, schema]) => {
    return [name, { description: SHARED[name], ...describe(schema as Json, name) }];
  });
  return { $schema, title, ...described, $defs: Object.fromEntries(shared) };
}

/** The schema with a description of every field below; `owner` is its section or kind. */
function describe(schema: Json, owner: string): Json {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key === "properties") return [key, describeFields(value as Json, owner)];
      if (key === "pattern") return [key, portable(String(value))];
      if (Array.isArray(value)) return [key, value.map((each) => describeValue(each, owner))];
      return [key, describeValue(value, owner)];
    }),
  );
}

/** Letters and digits of every script in a way that all readers of patterns know. */
function portable(pattern: string): string {
  return pattern.replaceAll("\\p{L}", "A-Za-z\\u00AA-\\uFFFF").replaceAll("\\p{N}", "0-9");
}

function describeValue(value: unknown, owner: string): unknown {
  return typeof value === "object" && value !== null ? describe(value as Json, owner) : value;
}

function describeFields(fields: Json, parent: string): Json {
  const kind = (fields["kind"] as { readonly const?: string } | undefined)?.const;
  const owner = kind ?? parent;
  const described = Object.entries(fields).map(([name, field]) => {
    const description = DESCRIPTIONS[`${owner}.${name}`] ?? DESCRIPTIONS[name];
    const shape = name === "formatVersion" ? { const: FORMAT_VERSION } : (field as Json);
    const named = parent === "label" ? {} : { description };
    return [name, { ...named, ...describe(shape, name) }] as const;
  });
  return Object.fromEntries(described);
}
