import { describe, expect, it } from "vitest";
import {
  createScenarioDesk,
  type DeskQuestion,
} from "../../../packages/api/src/usecases/scenario-desk.ts";
import { readOverrides } from "../../../packages/api/src/usecases/scenario-overrides.ts";
import {
  asOf,
  ENGINE_VERSION,
  identifyRun,
  type Override,
  tiyn,
} from "../../../packages/core/src/index.ts";
import { testDatabase } from "../../support/database.ts";
import { getValue } from "../../support/get-value.ts";
import { keepSchool } from "../../support/kept-school.ts";

const { pool } = testDatabase();

const RATE = { parameter: "rate", value: "1100", reason: "" };

async function openDesk() {
  const { store, run } = await keepSchool(pool);
  const { registerHash, methodologyHash } = run;
  const base = { registerHash, methodologyHash, asOf: asOf(2026), envelope: undefined };
  const ask = (overrides: readonly Override[] = []): DeskQuestion => ({ ...base, overrides });
  return { desk: createScenarioDesk(store), ask, run };
}

describe("a scenario at the desk", () => {
  it("that says nothing comes to the run of the city, by the same hash", async () => {
    const { desk, ask, run } = await openDesk();
    const made = getValue(await desk.calculate(ask()));
    expect(made).toMatchObject({ resultHash: run.resultHash, engineVersion: ENGINE_VERSION });
    expect(made.totals.totalTiyn).toBe(run.totalTiyn);
  });

  it("comes to the same whether it was changed into or calculated from nothing", async () => {
    const { desk, ask } = await openDesk();
    const overrides = getValue(readOverrides([RATE]));
    const before = getValue(await desk.calculate(ask()));
    const changed = getValue(await desk.calculate(ask(overrides)));
    const { run, identity } = getValue(await desk.run(ask(overrides)));
    expect(changed.resultHash).toBe(identifyRun(run).resultHash);
    expect(changed.identity).toBe(identity);
    expect(changed.resultHash).not.toBe(before.resultHash);
    expect(changed.totals.totalTiyn).toBe(run.totals.total.toString());
    expect(getValue(await desk.calculate(ask()))).toEqual(before);
  });

  it("is refused with the place of the override, and what was open before stays right", async () => {
    const { desk, ask, run } = await openDesk();
    await desk.calculate(ask());
    const refused = await desk.calculate(
      ask(getValue(readOverrides([RATE, { parameter: "rats", value: "1" }]))),
    );
    expect(refused.ok ? [] : refused.issues.map(({ code, place }) => [code, place.path])).toEqual([
      ["reference-unknown", ["overrides", 1, "parameter"]],
    ]);
    const again = getValue(await desk.calculate(ask()));
    expect(again.resultHash).toBe(run.resultHash);
  });

  it("has the limit of its override, as a draft, else that of its base", async () => {
    const { desk, ask } = await openDesk();
    const envelope = { limit: tiyn(5n), status: "local" } as const;
    const own = getValue(readOverrides([{ envelope: "123.45", reason: "" }]));
    const base = { ...ask(), envelope };
    expect(getValue(await desk.calculate(base)).limit).toEqual(envelope);
    const limited = { ...base, overrides: own };
    expect(getValue(await desk.calculate(limited)).limit).toEqual({
      limit: 12_345n,
      status: "draft",
    });
  });

  it("is refused where its sum or its limit has more digits than are kept", async () => {
    const { desk, ask } = await openDesk();
    for (const [value, envelope, isKept] of [
      ["9".repeat(24), "9".repeat(28), true],
      ["9".repeat(28), "1000", false],
      ["1100", "9".repeat(29), false],
    ] as const) {
      const limit = { envelope, reason: "" };
      const overrides = getValue(readOverrides([{ ...RATE, value }, limit]));
      const made = await desk.calculate(ask(overrides));
      const codes = made.ok ? [] : made.issues.map(({ code }) => code);
      expect(codes).toEqual(isKept ? [] : ["number-out-of-range"]);
    }
  });

  it("lists the values of the law beside its own, and what stands under its overrides", async () => {
    const { desk, ask } = await openDesk();
    const parents = getValue(readOverrides([RATE]));
    const own = getValue(readOverrides([{ ...RATE, value: "1200" }]));
    const question = { ...ask([...parents, ...own]), own };
    const [rate] = getValue(await desk.values(question));
    expect(rate).toMatchObject({ parameter: "rate", standing: "1100", own: "1200" });
    expect(rate).toMatchObject({ isWholeYear: true, status: "draft" });
    expect(getValue(await desk.standing(question))).toEqual(["1100"]);
  });

  it("tells the limit of its base as what stands without an override of it", async () => {
    const { desk, ask } = await openDesk();
    const envelope = { limit: tiyn(500_000n), status: "local" } as const;
    const own = getValue(readOverrides([{ envelope: "123.45", reason: "" }]));
    const question = { ...ask(own), envelope, own };
    expect(getValue(await desk.standing(question))).toEqual(["5000.00"]);
    expect(getValue(await desk.standing({ ...question, envelope: undefined }))).toEqual([
      undefined,
    ]);
  });

  it("over a register that nobody has kept is refused", async () => {
    const { desk, ask } = await openDesk();
    const refused = await desk.calculate({ ...ask(), registerHash: "0".repeat(64) });
    expect(refused.ok ? [] : refused.issues.map(({ code }) => code)).toEqual(["register-unknown"]);
  });
});
