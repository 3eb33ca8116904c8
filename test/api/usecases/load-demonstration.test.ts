import { beforeAll, describe, expect, it } from "vitest";
import { demonstrationCity } from "../../../packages/api/src/files/demonstration-city.ts";
import { loadDemonstrationOnce } from "../../../packages/api/src/usecases/load-demonstration.ts";
import { registerFromColumns } from "../../../packages/api/src/usecases/register-from-columns.ts";
import { reproduceRun } from "../../../packages/api/src/usecases/reproduce-run.ts";
import { canonicalRegister } from "../../../packages/core/src/codec/canonical-inputs.ts";
import { hashOf } from "../../../packages/core/src/index.ts";
import { testDatabase } from "../../support/database.ts";
import { appOver, countedIds, NOW, schoolCity } from "../../support/kept-school.ts";
import { runOnCity } from "../../support/run-words.ts";
import { storeOf } from "../../support/signed-in.ts";

const { pool } = testDatabase();
const store = storeOf(pool);
const context = { store, clock: () => new Date(NOW), ids: countedIds() };

describe("the demonstration city", () => {
  beforeAll(async () => {
    expect(await loadDemonstrationOnce({ ...context, city: demonstrationCity })).toBe(true);
  });

  it("is put into an empty store, and no second time", async () => {
    expect(await loadDemonstrationOnce({ ...context, city: schoolCity() })).toBe(false);
    const { items } = await store.runs.list({ limit: 10, after: undefined });
    expect(items).toMatchObject([
      {
        ...{ budgetYear: 2026, knownOn: "2026-12-31", isDemonstration: true },
        ...{ organisationCount: 2256, lineCount: 2728, totalTiyn: "43153953461652" },
        envelope: { limitTiyn: "43200000000000", status: "assumed" },
      },
    ]);
  });

  it("gives the same register, the same law and the same result when read back", async () => {
    const { items } = await store.runs.list({ limit: 1, after: undefined });
    const { id = "", registerHash = "" } = items[0] ?? {};
    const columns = await store.registers.findColumns(registerHash);
    const snapshot = columns === undefined ? undefined : registerFromColumns(columns);
    expect(snapshot && hashOf(canonicalRegister(snapshot))).toBe(registerHash);
    // It stops by itself when a hash differs.
    expect((await reproduceRun(store, id))?.lines).toHaveLength(2728);
  });

  it("is told as the file that the command line writes", async () => {
    const { items } = await store.runs.list({ limit: 1, after: undefined });
    const answer = await appOver(store).request(`/api/v1/runs/${items[0]?.id}/lines.csv`);
    const { printed } = await runOnCity("calculate");
    expect(await answer.text()).toBe(printed);
  });
});
