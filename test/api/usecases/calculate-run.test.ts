import { beforeAll, describe, expect, it } from "vitest";
import { calculateRun, type RunRequest } from "../../../packages/api/src/usecases/calculate-run.ts";
import { testDatabase } from "../../support/database.ts";
import { getValue } from "../../support/get-value.ts";
import { type KeptSchool, keepSchool } from "../../support/kept-school.ts";

const { pool } = testDatabase();
const ID = "30000000-0000-4000-8000-000000000000";
let school: KeptSchool;

beforeAll(async () => {
  school = await keepSchool(pool);
});

it("the same inputs give the same result under a new id", async () => {
  const again = getValue((await calculate({})).result);
  expect(again).toMatchObject({ id: ID, resultHash: school.run.resultHash, envelope: null });
  expect(await school.store.runs.find(ID)).toEqual(again);
});

describe("a calculation is refused", () => {
  it("when nobody has kept one of its inputs, or both", async () => {
    const [registerHash, methodologyHash] = ["d".repeat(64), "e".repeat(64)];
    expect(await codesOf({ registerHash })).toEqual(["register-unknown"]);
    expect(await codesOf({ methodologyHash })).toEqual(["methodology-unknown"]);
    expect(await codesOf({ registerHash, methodologyHash })).toEqual([
      ...["register-unknown", "methodology-unknown"],
    ]);
  });

  it("with all that the law and the register lack for the year", async () => {
    const { methodology, result } = await calculate({ budgetYear: 2031 });
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(["fact-missing"]);
    expect(methodology?.id).toBe("school");
  });
});

async function codesOf(change: Partial<RunRequest>): Promise<readonly string[]> {
  const { result } = await calculate(change);
  return result.ok ? [] : result.issues.map(({ code }) => code);
}

function calculate(change: Partial<RunRequest>) {
  const { store, run } = school;
  const { registerHash, methodologyHash, budgetYear } = run;
  return calculateRun(
    { store, clock: () => new Date("2026-11-23T00:00:00Z"), ids: () => ID },
    {
      ...{ registerHash, methodologyHash, budgetYear, knownOn: undefined, envelope: undefined },
      ...change,
    },
  );
}
