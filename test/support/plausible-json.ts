/** Values that fit a schema of the API, as far as the schema tells. */
import { type OpenApi, recordOf, type Schema } from "./openapi-operations.ts";
import type { Random } from "./random.ts";

/** Ids and hashes that are there, by what they are called: `scenarioId`, `runId`, `hash`. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

export type Plausible = {
  readonly openApi: OpenApi;
  readonly random: Random;
  readonly known: KnownValues;
};

const DEEPEST = 6;
const OPTIONAL_PERCENT = 60;
const KNOWN_PERCENT = 80;

/** A value of the schema under this name. */
export function plausible(setting: Plausible, schema: Schema, name: string, depth = 0): unknown {
  const { openApi, random } = setting;
  const found = openApi.resolve(schema);
  if (found["const"] !== undefined) return found["const"];
  const ways = [found["anyOf"], found["oneOf"], found["enum"]].find(Array.isArray) as
    | readonly unknown[]
    | undefined;
  if (ways !== undefined) {
    const way = ways[random.int(0, ways.length - 1)];
    return found["enum"] === ways ? way : plausible(setting, recordOf(way), name, depth + 1);
  }
  const { type: said } = found;
  const type: unknown = Array.isArray(said) ? said[0] : said;
  if (type === "object" || found["properties"] !== undefined) {
    return plausibleObject(setting, found, depth);
  }
  if (type === "array") {
    if (depth > DEEPEST) return [];
    const items = recordOf(found["items"]);
    return Array.from({ length: random.int(0, 3) }, () =>
      plausible(setting, items, name, depth + 1),
    );
  }
  if (type === "boolean") return random.chance(50);
  if (type === "integer" || type === "number") return plausibleNumber(random, found);
  if (type === "null") return null;
  return plausibleText(setting, found, name);
}

function plausibleObject(setting: Plausible, schema: Schema, depth: number): unknown {
  const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
  const members = Object.entries(recordOf(schema["properties"])).filter(
    ([name]) => required.has(name) || setting.random.chance(OPTIONAL_PERCENT),
  );
  if (depth > DEEPEST) return {};
  return Object.fromEntries(
    members.map(([name, member]) => [name, plausible(setting, recordOf(member), name, depth + 1)]),
  );
}

function plausibleNumber(random: Random, { minimum, maximum }: Schema): number {
  const least = typeof minimum === "number" ? minimum : 0;
  const most = typeof maximum === "number" ? Math.min(maximum, least + 3000) : least + 3000;
  return random.int(least, most);
}

function plausibleText({ random, known }: Plausible, schema: Schema, name: string): string {
  const values = known[name] ?? known[name.replace(/^.*(?=Hash$)/, "").toLowerCase()];
  const [first, ...others] = values ?? [];
  if (first !== undefined && random.chance(KNOWN_PERCENT)) return random.pick([first, ...others]);
  const { format, example } = schema;
  if (format === "uuid") return `00000000-0000-4000-8000-${random.digits(12)}`;
  if (typeof example === "string") return example;
  if (format === "email") return `person${random.digits(4)}@example.kz`;
  if (name.toLowerCase().endsWith("hash")) return random.digits(64);
  return random.pick(["secondary", "2026-01-01", "Вариант", "1", "600140375485", "Қала"]);
}
