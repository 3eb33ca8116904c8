import { describe, expect, it } from "vitest";
import { columnsOfRegister, openModel } from "../../../packages/core/src/index.ts";
import { openLever } from "../../../packages/core/src/scenario/lever.ts";
import {
  checkCourse,
  checkTurns,
  openTrials,
} from "../../../packages/core/src/scenario/lever-trials.ts";
import { getValue } from "../../support/get-value.ts";
import { lever, tied } from "../../support/levers.ts";
import { line, parameter, schoolPlan, valued } from "../../support/school-methodology.ts";
import { FOUR_CELLS, snapshot } from "../../support/school-register.ts";

const PEOPLE = "sum(over count, level: pupils[count, level])";

/** Trials of a rate that is 5 now, from 0 to 20 where nothing else is said; 100 pupils. */
function trialsOf(amount: string, given = lever(["rate"], ["0", "20"])) {
  const plan = schoolPlan({
    parameters: [{ ...parameter("rate", "KZT/pupil", [valued("5")]), minimum: "0" }],
    lines: [line("amount", amount)],
  });
  const register = columnsOfRegister(plan, snapshot({ headcounts: FOUR_CELLS }));
  const model = getValue(openModel(plan, register));
  const open = getValue(openLever(plan, given));
  const { parameters } = plan.methodology;
  const standing = { parameters, amount: model.totals.total };
  return { model, trials: openTrials(model, open, { by: "city" }, standing) };
}

describe("a lever that is tried", () => {
  it("calculates each step once, and none that is known from the start", () => {
    const { trials } = trialsOf(`rate * ${PEOPLE}`);
    expect(trials.at(5n)).toEqual({ ok: true, value: 50_000n });
    expect(trials.count()).toBe(0);
    expect([trials.at(7n), trials.at(7n)]).toEqual([
      { ok: true, value: 70_000n },
      { ok: true, value: 70_000n },
    ]);
    expect(trials.count()).toBe(1);
    expect([...trials.known.keys()]).toEqual([5n, 7n]);
  });

  it("knows nothing beforehand where no step leaves the law as it is", () => {
    const { trials } = trialsOf(`rate * ${PEOPLE}`, lever(["rate"], ["0", "20"], "2"));
    expect([...trials.known]).toEqual([]);
  });

  it("leaves the model where it was sent, and tells why it cannot go somewhere", () => {
    const { model, trials } = trialsOf(
      `1000 KZT / (rate - 3 KZT/pupil) * 1 KZT/pupil + 0 KZT * ${PEOPLE} / 1 pupil`,
    );
    getValue(trials.goTo(13n));
    expect(model.totals.total).toBe(10_000n);
    expect(trials.at(3n)).toMatchObject({ ok: false, issues: [{ code: "division-by-zero" }] });
    expect(model.totals.total).toBe(10_000n);
  });
});

describe("whether the amount only rises or falls", () => {
  it("is proved by the text where that can be, without a trial", () => {
    const { model, trials } = trialsOf(`rate * ${PEOPLE}`);
    expect(checkCourse(model, trials)).toEqual({ ok: true, value: "rises" });
    expect(trials.count()).toBe(0);
    expect(checkTurns(trials, true)).toEqual([]);
  });

  it("is looked at in samples where it cannot", () => {
    const { model, trials } = trialsOf(`abs(rate * ${PEOPLE} + 7 KZT)`);
    expect(checkCourse(model, trials)).toEqual({ ok: true, value: "unknown" });
    expect(trials.count()).toBeGreaterThan(7);
  });

  it("is not proved by the text where a value falls as the number rises", () => {
    const against = lever([tied("rate", "-1")], ["-20", "0"]);
    const { model, trials } = trialsOf(`rate * ${PEOPLE}`, against);
    expect(checkCourse(model, trials)).toEqual({ ok: true, value: "unknown" });
  });

  it("is looked at in samples from the least bound to the greatest", () => {
    const { model, trials } = trialsOf(`abs(rate * ${PEOPLE})`, lever(["rate"], ["4", "20"]));
    getValue(checkCourse(model, trials));
    expect([...trials.known.keys()]).toEqual([5n, 4n, 6n, 8n, 10n, 12n, 14n, 16n, 18n, 20n]);
  });

  it("is unknown where a sample cannot be calculated, and says why", () => {
    const { model, trials } = trialsOf(`rate * ${PEOPLE} / abs(rate - 10 KZT/pupil) * 1 KZT/pupil`);
    expect(checkCourse(model, trials)).toMatchObject({ issues: [{ code: "division-by-zero" }] });
  });

  it.each([
    ["only falls", `abs(30000 KZT - rate * ${PEOPLE})`, true],
    ["stands still and rises", `abs(max(rate * ${PEOPLE}, 1000 KZT))`, true],
    ["stands still and falls", `abs(30000 KZT - max(rate * ${PEOPLE}, 1000 KZT))`, true],
    ["stands still all the way", `abs(max(rate * ${PEOPLE}, 9000 KZT))`, true],
    ["falls and rises a little", `abs(1500 KZT - rate * ${PEOPLE})`, false],
    ["falls a little and rises", `abs(500 KZT - rate * ${PEOPLE})`, false],
  ])("is seen where the amount %s", (_, amount, isOneWay) => {
    const { model, trials } = trialsOf(amount);
    expect(checkCourse(model, trials).ok).toBe(isOneWay);
  });

  it("is asked within the bounds, wherever the value stands now", () => {
    const { model, trials } = trialsOf(
      `abs(rate * ${PEOPLE} - 1000 KZT)`,
      lever(["rate"], ["12", "20"]),
    );
    expect(trials.at(5n)).toEqual({ ok: true, value: 50_000n });
    expect(trials.at(12n)).toEqual({ ok: true, value: 20_000n });
    expect(checkCourse(model, trials)).toEqual({ ok: true, value: "unknown" });
    expect(checkTurns(trials, false)).toEqual([]);
  });

  it("is refused where a sample shows that it turns, or a later trial does", () => {
    const turning = `abs(rate * ${PEOPLE} - 1000 KZT)`;
    const seen = trialsOf(turning);
    expect(checkCourse(seen.model, seen.trials)).toMatchObject({
      issues: [{ code: "lever-turns", facts: { lever: "rate", least: "0", greatest: "20" } }],
    });
    const { trials } = trialsOf(turning);
    for (const step of [8n, 10n, 12n]) getValue(trials.at(step));
    expect(checkTurns(trials, false)).toMatchObject([{ code: "lever-turns" }]);
    expect(() => checkTurns(trials, true)).toThrow("proved");
  });
});
