import { expect, it } from "vitest";
import {
  OVERRIDE_SCHEMAS,
  scenarioHeadSchema,
} from "../../../packages/core/src/scenario/scenario-schema.ts";

it("each kind of override is told by the one field that no other kind needs", () => {
  const kinds = Object.keys(OVERRIDE_SCHEMAS);
  for (const [kind, schema] of Object.entries(OVERRIDE_SCHEMAS)) {
    const fields = Object.keys(schema.shape);
    expect(fields.filter((field) => kinds.includes(field))).toEqual([kind]);
    expect(fields).toContain("reason");
  }
});

it("a document may name the schema by which an editor checks it", () => {
  const document = { $schema: "x.json", formatVersion: 1, scenario: "a", overrides: [] };
  expect(scenarioHeadSchema.safeParse(document).success).toBe(true);
});
