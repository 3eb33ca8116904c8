import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { jsonSchemas, SCHEMA_FOLDER } from "../../scripts/json-schemas.ts";
import { DESCRIPTIONS, SHARED } from "../../scripts/schema-descriptions.ts";
import { filesUnder, ROOT } from "../../scripts/source-files.ts";

type Json = Readonly<Record<string, unknown>>;

const SCHEMAS = Object.entries(jsonSchemas());

describe("the schemas that editors read are those of the decoder", () => {
  it.each(SCHEMAS)("%s (npm run schemas writes it)", (name, text) => {
    expect(readFileSync(`${ROOT}${SCHEMA_FOLDER}/${name}`, "utf8")).toBe(text);
  });
});

describe("a schema says what each of its fields is", () => {
  it.each(SCHEMAS)("%s", (_name, text) => {
    expect(silentFields(JSON.parse(text))).toEqual([]);
  });

  it("and no description is of a field that there is not", () => {
    const told = SCHEMAS.map(([, text]) => text).join();
    const unused = [...Object.entries(DESCRIPTIONS), ...Object.entries(SHARED)]
      .filter(([, description]) => !told.includes(JSON.stringify(description)))
      .map(([name]) => name);
    expect(unused).toEqual([]);
  });
});

it("every pattern is one that an editor can read", () => {
  const patterns = SCHEMAS.flatMap(([, text]) => [...text.matchAll(/"pattern": (".*")/g)]);
  for (const [, pattern = '""'] of patterns) {
    expect(() => new RegExp(JSON.parse(pattern) as string, "u")).not.toThrow();
  }
  expect(patterns.length).toBeGreaterThan(0);
});

it("every document of Kazakhstan says where its schema stands", () => {
  for (const file of filesUnder("packages/core/data/kz")) {
    const { $schema } = JSON.parse(readFileSync(`${ROOT}${file}`, "utf8")) as Json;
    const kind = file.endsWith("/manifest.json") ? "manifest" : "document";
    const path = resolve(dirname(`${ROOT}${file}`), String($schema));
    expect(path, file).toBe(resolve(`${ROOT}${SCHEMA_FOLDER}/${kind}.schema.json`));
    expect(existsSync(path)).toBe(true);
  }
});

/** The paths of fields without a description; the languages of a label speak for themselves. */
function silentFields(schema: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const isLabel = path.at(-1) === "label";
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key !== "properties") return silentFields(value, [...path, key]);
    return Object.entries(value as Json).flatMap(([name, field]) => {
      const isSilent = !isLabel && (field as Json)["description"] === undefined;
      const below = silentFields(field, [...path, name]);
      return isSilent ? [[...path, name].join("."), ...below] : below;
    });
  });
}
