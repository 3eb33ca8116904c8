import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPostgresStore } from "../../../packages/api/src/persistence/postgres-store.ts";
import { registerFromColumns } from "../../../packages/api/src/usecases/register-from-columns.ts";
import { canonicalRegister } from "../../../packages/core/src/codec/canonical-inputs.ts";
import { hashOf, type RegisterSnapshot, tiyn } from "../../../packages/core/src/index.ts";
import { testDatabase } from "../../support/database.ts";
import { NOW, SCHOOL_SNAPSHOT } from "../../support/kept-school.ts";
import {
  estimate,
  factRow,
  organisation,
  pupils,
  snapshot,
} from "../../support/school-register.ts";

const { pool } = testDatabase();
const { registers } = createPostgresStore(pool);

function newRegister(content: RegisterSnapshot) {
  const hash = hashOf(canonicalRegister(content));
  const circumstances = { name: "school", isDemonstration: false, createdAt: new Date(NOW) };
  return { ...circumstances, hash, snapshot: content, warnings: [] };
}

it("a register that several keep at once is kept once and whole", async () => {
  const register = newRegister(SCHOOL_SNAPSHOT);
  await Promise.all([1, 2, 3, 4].map(() => registers.save(register)));
  const { items } = await registers.list({ limit: 10, after: undefined });
  expect(items.map(({ hash }) => hash)).toEqual([register.hash]);
  const columns = await registers.findColumns(register.hash);
  expect(columns?.headcounts.headcount).toEqual([10, 20, 30, 40]);
});

describe("laws", () => {
  it("a register read back is the one that was kept", async () => {
    await fc.assert(
      fc.asyncProperty(snapshots(), async (content) => {
        const register = newRegister(content);
        await registers.save(register);
        const columns = await registers.findColumns(register.hash);
        const found = columns === undefined ? undefined : registerFromColumns(columns);
        expect(found).toEqual(content);
        expect(found && hashOf(canonicalRegister(found))).toBe(register.hash);
      }),
      { numRuns: 25 },
    );
  });
});

/** Registers of up to three schools with whatever names, counts and amounts. */
function snapshots(): fc.Arbitrary<RegisterSnapshot> {
  const name = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\u0000"));
  const source = fc.record(
    {
      file: fc.constantFrom("a.csv", "b.xlsx"),
      sheet: fc.constantFrom("Лист 1", "Лист 2"),
      row: fc.integer({ min: 2, max: 999_999 }),
    },
    { requiredKeys: ["file", "row"] },
  );
  // Words that mean nothing to the database, too.
  const ids = ["a", "NULL", "c d"];
  const school = (id: string) =>
    fc.record({ name, source, district: name, isClosed: fc.boolean() }).map((change) => ({
      ...organisation({
        id,
        attributes: { district: change.district },
        ...(change.isClosed ? { closed: "2026-05-31" } : {}),
      }),
      ...{ nameRu: change.name, nameKk: `${change.name} kk`, source: change.source },
      successorIds: change.isClosed ? ids.filter((other) => other !== id) : [],
    }));
  const count = fc.record({ id: fc.constantFrom(...ids), count: fc.nat(99_999), source });
  const value = fc.constantFrom("0", "-12.5", "0.0000000001", "9".repeat(34));
  const key = fc.constantFrom("", "level=primary", "level=basic;programme=a b");
  const fact = fc.record({ id: fc.constantFrom(...ids), value, key, source });
  const amount = fc.record({ tiyn: fc.bigInt({ min: 0n, max: 10n ** 24n }), note: name, source });
  return fc
    .record({
      organisations: fc.tuple(...ids.map(school)),
      counts: fc.array(count, { maxLength: 5 }),
      facts: fc.array(fact, { maxLength: 5 }),
      amounts: fc.array(amount, { maxLength: 3 }),
    })
    .map(({ organisations, counts, facts, amounts }) =>
      snapshot({
        organisations,
        headcounts: counts.map((each) => ({
          ...pupils(each.id, "2026-01-01", "primary", each.count),
          source: each.source,
        })),
        facts: facts.map((each) => ({
          ...factRow(each.id, "meals", each.value, { key: each.key }),
          source: each.source,
        })),
        estimates: amounts.map((each) => ({
          ...estimate({ tenge: "0", note: each.note }),
          ...{ amount: tiyn(each.tiyn), source: each.source },
        })),
        lastYear: amounts.map((each, place) => ({
          ...{ organisationId: "a", tier: "secondary", budgetCode: "04.2.360.040" },
          ...{ method: "formula", childMonths: place === 0 ? undefined : place },
          ...{ amount: tiyn(each.tiyn), source: each.source },
        })),
      }),
    );
}
