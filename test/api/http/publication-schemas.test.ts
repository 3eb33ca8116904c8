import { expect, it } from "vitest";
import {
  findingSchema,
  listSchema,
  publicationSchema,
} from "../../../packages/api/src/http/publication-schemas.ts";

const FINDING = {
  ...{ id: "amount-jump a", code: "amount-jump", severity: "warning", organisationId: "a" },
  ...{ nameRu: "Школа", nameKk: "Мектеп", facts: { percent: "20" }, owner: null, waiver: null },
};

it("a list holds its items and nothing beside", () => {
  const schema = listSchema(findingSchema);
  expect(schema.parse({ items: [FINDING] }).items).toHaveLength(1);
  expect(schema.safeParse({ items: [FINDING], next: null }).success).toBe(false);
});

it("what is not described is no answer: another code, an amount in tenge", () => {
  expect(findingSchema.safeParse({ ...FINDING, code: "odd" }).success).toBe(false);
  expect(publicationSchema.shape.totalTiyn.safeParse("8000.55").success).toBe(false);
});
