import { beforeAll, describe, expect, it } from "vitest";
import { calculateRun } from "../../../packages/api/src/usecases/calculate-run.ts";
import { tiyn } from "../../../packages/core/src/index.ts";
import { testDatabase } from "../../support/database.ts";
import { getValue } from "../../support/get-value.ts";
import { type KeptSchool, keepSchool, SCHOOL_LINE_NAME } from "../../support/kept-school.ts";

const { pool } = testDatabase();
const NOBODY = "ffffffff-ffff-4fff-8fff-ffffffffffff";
let school: KeptSchool;

beforeAll(async () => {
  school = await keepSchool(pool);
});

it("runs are listed newest first, part by part; a limit below the total is a deficit", async () => {
  const { store, run } = school;
  const later = await keepAgain("10000000-0000-4000-8000-000000000000", 10_000_000n);
  expect(later.envelope).toMatchObject({ limitTiyn: "10000000", headroomTiyn: "-550" });
  const latest = await store.runs.list({ limit: 1, after: undefined });
  expect(latest).toEqual({ items: [later], next: later.id });
  expect(await store.runs.list({ limit: 1, after: later.id })).toEqual({
    items: [run],
    next: null,
  });
});

it("a run tells its totals, what is assumed under it and what its reader must know", async () => {
  const detail = await school.store.runs.findDetail(school.run.id);
  expect(detail?.totals.byDistrict).toEqual([
    { id: "citywide", amountTiyn: "550" },
    { id: "north", amountTiyn: "10000000" },
  ]);
  expect(detail?.assumed.map(({ parameter, digits }) => [parameter, digits])).toEqual([
    ["rate", "1000"],
  ]);
  expect(detail?.warnings.map(({ code }) => code)).toContain("estimates-assumed");
});

it("lines come in their order, part by part", async () => {
  const { store, run } = school;
  const first = await store.runs.findLines(run.id, { limit: 1, after: undefined });
  const second = await store.runs.findLines(run.id, { limit: 1, after: first?.next ?? "" });
  expect(first?.items.map(({ tier, amountTiyn }) => [tier, amountTiyn])).toEqual([
    ["overhead", "550"],
  ]);
  expect(second).toMatchObject({ items: [{ organisationId: "a", headcount: null }], next: null });
  const columns = await store.runs.findColumns(run.id);
  expect(columns?.lines.map(({ line }) => line)).toContain(SCHOOL_LINE_NAME);
});

describe("of a run that nobody kept", () => {
  it("nothing is found", async () => {
    const { runs } = school.store;
    const page = { limit: 1, after: undefined };
    const found = [runs.find, runs.findDetail, runs.findTotals, runs.findColumns].map((find) =>
      find(NOBODY),
    );
    expect(await Promise.all([...found, runs.findLines(NOBODY, page)])).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});

async function keepAgain(id: string, limit: bigint) {
  const { store, run } = school;
  const context = { store, clock: () => new Date("2026-11-23T00:00:00Z"), ids: () => id };
  const { registerHash, methodologyHash, budgetYear } = run;
  const { result } = await calculateRun(context, {
    ...{ registerHash, methodologyHash, budgetYear, knownOn: undefined },
    envelope: { limit: tiyn(limit), status: "assumed" },
  });
  return getValue(result);
}
