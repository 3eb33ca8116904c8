import { describe, expect, it } from "vitest";
import { readRun } from "../../../packages/api/src/cli/read-run.ts";
import {
  amountText,
  cityRecord,
  citySentence,
  moneyText,
  percentText,
  runRecord,
  runSentences,
} from "../../../packages/api/src/cli/run-record.ts";
import { asOf, tiyn } from "../../../packages/core/src/index.ts";
import { commandContext } from "../../support/command-context.ts";
import { getValue } from "../../support/get-value.ts";
import { scenarioFile } from "../../support/scenario-files.ts";
import { smallCity } from "../../support/small-city.ts";

const LIMIT = tiyn(77_900_000_001n);

describe("every answer says", () => {
  it("of which year and day it is, under which scenario, and what identifies it", async () => {
    const base = await runUnder([]);
    const under = await runUnder([await scenarioFile({ envelope: "1" })]);
    expect(cityRecord(base)).toMatchObject({
      ...{ year: 2026, knownOn: "2026-12-31", methodology: "kz/almaty", demonstration: true },
      scenario: null,
    });
    expect(runRecord(under)).toMatchObject({
      ...{ scenario: "A", total: "290779041.17" },
      resultHash: runRecord(base).resultHash,
    });
    expect(under.identity).not.toBe(base.identity);
  });

  it("that it rests on assumed values, where it does", async () => {
    const { context } = await commandContext("en");
    const base = await runUnder([]);
    const { assumedCount } = runRecord(base);
    expect(assumedCount).toBeGreaterThan(1);
    const [, assumed] = runSentences(base, context);
    expect(assumed).toContain(`are assumed: ${assumedCount}.`);
    const none = { ...base, run: { ...base.run, usedParameters: [], usedTables: [] } };
    expect([runRecord(none).assumedCount, runSentences(none, context).length]).toEqual([0, 1]);
  });

  it.each([
    [
      "ru",
      "Бюджетный год 2026, по известному на 31.12.2026. Всего: 779\u202F000\u202F000,01\u202F₸",
    ],
    ["kk", "Бюджет жылы: 2026, 31.12.2026 күніне белгілі деректер бойынша. Барлығы: 779"],
    ["en", "Budget year 2026, as known on 31.12.2026. Total: 779,000,000.01"],
  ] as const)("so in %s", async (language, beginning) => {
    const { context } = await commandContext(language);
    const base = await runUnder([]);
    expect(citySentence(base, LIMIT, context).startsWith(beginning)).toBe(true);
    const under = await runUnder([await scenarioFile({ envelope: "1" })]);
    expect(citySentence(under, LIMIT, context)).toContain(under.identity);
  });
});

it("amounts, parts and what is absent are text", async () => {
  const { context } = await commandContext("en");
  expect(moneyText(tiyn(-150n), "KZT", context)).toBe("−1.50\u202F₸");
  expect([amountText(tiyn(150n)), amountText(undefined)]).toEqual(["1.50", ""]);
  expect(percentText({ numerator: -1n, denominator: 3n })).toBe("-33.33");
  expect(percentText(undefined)).toBe("");
});

async function runUnder(scenarios: readonly string[]) {
  const register = await smallCity();
  const options = { register, methodology: "kz/almaty", asOf: asOf(2026), parameters: undefined };
  return getValue((await readRun({ ...options, scenarios })).result);
}
