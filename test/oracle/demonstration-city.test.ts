/** Every line of the demonstration city, calculated twice: the oracle and core agree to the tiyn. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readMethodology } from "../../packages/api/src/files/read-methodology.ts";
import { readRegisterFolder } from "../../packages/api/src/files/read-register-folder.ts";
import { calculate, registerRulesOf } from "../../packages/core/src/index.ts";
import { ROOT } from "../../scripts/source-files.ts";
import { buildPlanOf } from "../support/build-plan-of.ts";
import { getValue } from "../support/get-value.ts";
import { calculateLines } from "./calculate-lines.ts";
import { csvRows } from "./csv-rows.ts";
import { differences } from "./differences.ts";
import type { Fraction } from "./fraction.ts";
import { averageHeadcounts } from "./kz-headcounts.ts";
import { allocate } from "./kz-oracle.ts";

const FOLDER = `${ROOT}packages/api/demo/almaty`;
const KNOWN_ON = ["2025-12-31", "2026-05-13", "2026-06-30", "2026-12-31"];

const CITY = {
  organisations: rowsOf("organisations"),
  headcounts: rowsOf("headcounts"),
  estimates: rowsOf("estimates"),
  parameters: rowsOf("parameters"),
};
const methodology = getValue(await readMethodology("kz/almaty"));
const rules = registerRulesOf(buildPlanOf(methodology, 2026, "2026-12-31"));
const { snapshot } = getValue(await readRegisterFolder({ folder: FOLDER }, rules));

describe.each(KNOWN_ON)("as known on %s", (knownOn) => {
  const expected = allocate(CITY, 2026, knownOn);
  const found = calculateLines(buildPlanOf(methodology, 2026, knownOn), snapshot);

  it("every line of 2026 is the oracle's", () => {
    expect(found.size).toBeGreaterThan(2_600);
    expect(differences(expected, found)).toEqual([]);
  });
});

it("every line pays for the people that the oracle counts", () => {
  const { lines } = getValue(calculate(buildPlanOf(methodology, 2026, "2026-12-31"), snapshot));
  const found = lines.flatMap(({ organisationId, tier, budgetCode, headcount }) =>
    headcount === undefined ? [] : [`${organisationId},${tier},${budgetCode} ${headcount}`],
  );
  const expected = [...averageHeadcounts(CITY, 2026, "2026-12-31")].map(
    ([name, average]) => `${name} ${exactText(average)}`,
  );
  expect(found.length).toBeGreaterThan(2_000);
  expect(found.toSorted()).toEqual(expected.toSorted());
});

it.each([
  ["2026-06-30", 42_784_047_524_852n],
  ["2026-12-31", 43_153_953_461_652n],
])("the oracle gives the total published with the city, as known on %s", (knownOn, total) => {
  const amounts = [...allocate(CITY, 2026, knownOn).values()];
  expect(amounts.reduce((sum, amount) => sum + amount, 0n)).toBe(total);
});

function rowsOf(name: string) {
  return csvRows(readFileSync(`${FOLDER}/${name}.csv`, "utf8"));
}

/** A number of twelfths as core writes it: digits where they end, else the fraction. */
function exactText({ top, bottom }: Fraction): string {
  if (bottom === 1n) return `${top}`;
  if (bottom % 3n === 0n) return `${top}/${bottom}`;
  const hundredths = `${(top * 100n) / bottom}`.padStart(3, "0");
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`.replace(/0$/, "");
}
