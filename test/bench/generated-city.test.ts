import { describe, expect, it } from "vitest";
import { readRegisterFolder } from "../../packages/api/src/files/read-register-folder.ts";
import { calculate, openModel, registerRulesOf } from "../../packages/core/src/index.ts";
import { getValue } from "../support/get-value.ts";
import { temporaryFolder } from "../support/register-folder.ts";
import { almatyPlan } from "./bench-city.ts";
import { CITY_YEAR, countCells, generateCity } from "./city/generate-city.ts";
import { writeCity } from "./city/write-city.ts";
import { calculateDecimal, readDecimalRates } from "./peers/decimal-calculation.ts";
import { comparePeer, totalsOfPeer } from "./peers/peer-totals.ts";
import { calculatePlain, openPlainResult, readPlainRates } from "./peers/plain-calculation.ts";
import { bindPlainCity } from "./peers/plain-city.ts";

const SIZE = { organisations: 900, seed: 5 };

describe("a generated city", () => {
  const plan = almatyPlan();
  const register = generateCity(SIZE);

  it("is the same city for the same seed", () => {
    const again = generateCity(SIZE);
    expect(again).toEqual(register);
    expect(generateCity({ ...SIZE, seed: 6 })).not.toEqual(register);
  });

  it("is read from its folder without a fault, and comes to what its columns come to", async () => {
    const folder = await temporaryFolder();
    await writeCity(register, plan, { folder, isPacked: true });
    const { snapshot, warnings } = getValue(
      await readRegisterFolder({ folder }, registerRulesOf(plan)),
    );
    expect(warnings).toEqual([]);
    expect(snapshot.headcounts).toHaveLength(countCells(register));
    const { totals } = getValue(calculate(plan, snapshot));
    expect(getValue(openModel(plan, register)).totals).toEqual(totals);
  });

  it("comes to the same totals by hand, in doubles up to their error and in decimals", () => {
    const { totals } = getValue(openModel(plan, register));
    const city = bindPlainCity(register, CITY_YEAR);
    const result = openPlainResult(city);
    calculatePlain(city, readPlainRates(plan, city), result);
    expect(comparePeer(totalsOfPeer(city, result.sums), totals)).toBeLessThan(100);
    const decimals = calculateDecimal(city, readDecimalRates(plan, city));
    expect(comparePeer(totalsOfPeer(city, decimals), totals)).toBe(0);
  });
});
