import { expect, it } from "vitest";
import { createPostgresStore } from "../../../packages/api/src/persistence/postgres-store.ts";
import { canonicalMethodology } from "../../../packages/core/src/codec/canonical-inputs.ts";
import { hashOf, parseMethodology } from "../../../packages/core/src/index.ts";
import { testDatabase } from "../../support/database.ts";
import { getValue } from "../../support/get-value.ts";
import { NOW } from "../../support/kept-school.ts";
import { almatyLayers } from "../../support/methodology-documents.ts";

const { pool } = testDatabase();
const { methodologies } = createPostgresStore(pool);
const layers = almatyLayers();
const methodology = getValue(parseMethodology(layers));
const hash = hashOf(canonicalMethodology(methodology));

it("the documents of a law are kept to the letter and parse to the same hash", async () => {
  const kept = { hash, methodology, documents: { layers }, createdAt: new Date(NOW) };
  await Promise.all([methodologies.save(kept), methodologies.save(kept)]);
  const documents = await methodologies.findDocuments(hash);
  expect(JSON.stringify(documents)).toBe(JSON.stringify({ layers }));
  const parsed = getValue(parseMethodology(documents?.layers ?? []));
  expect(hashOf(canonicalMethodology(parsed))).toBe(hash);
  const { items, next } = await methodologies.list({ limit: 1, after: undefined });
  expect([items.map(({ id }) => id), next]).toEqual([["kz/almaty"], null]);
});

it("what nobody kept is not found", async () => {
  expect(await methodologies.find("f".repeat(64))).toBeUndefined();
  expect(await methodologies.findDocuments("f".repeat(64))).toBeUndefined();
  expect(await methodologies.list({ limit: 1, after: hash })).toEqual({ items: [], next: null });
});
