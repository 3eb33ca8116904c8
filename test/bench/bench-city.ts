/** A generated city made ready: core's model and the peer's tables over the same columns. */
import {
  asOf,
  buildPlan,
  type CalculationPlan,
  type Model,
  openModel,
  parseMethodology,
  type RegisterColumns,
} from "../../packages/core/src/index.ts";
import { getValue } from "../support/get-value.ts";
import { almatyLayers } from "../support/methodology-documents.ts";
import { CITY_SEED, CITY_YEAR, generateCity } from "./city/generate-city.ts";
import { comparePeer, totalsOfPeer } from "./peers/peer-totals.ts";
import {
  calculatePlain,
  openPlainResult,
  type PlainRates,
  type PlainResult,
  readPlainRates,
} from "./peers/plain-calculation.ts";
import { bindPlainCity, type PlainCity } from "./peers/plain-city.ts";

export type BenchCity = {
  readonly organisations: number;
  readonly plan: CalculationPlan;
  readonly register: RegisterColumns;
  readonly model: Model;
  readonly peer: {
    readonly city: PlainCity;
    readonly rates: PlainRates;
    readonly result: PlainResult;
  };
  /** Milliseconds that core took to bind the register to the plan, with the first calculation. */
  readonly openMilliseconds: number;
  /** The greatest difference of a total of the peer from core's, in tiyn. */
  readonly differenceTiyn: number;
};

/** The plan of the law of Almaty for the year that the cities are counted in. */
export function almatyPlan(): CalculationPlan {
  return getValue(buildPlan(getValue(parseMethodology(almatyLayers())), asOf(CITY_YEAR)));
}

/** The city of so many organisations; refused when core and the peer do not agree. */
export function openBenchCity(plan: CalculationPlan, organisations: number): BenchCity {
  const register = generateCity({ organisations, seed: CITY_SEED });
  const started = performance.now();
  const model = getValue(openModel(plan, register));
  const openMilliseconds = performance.now() - started;
  const city = bindPlainCity(register, CITY_YEAR);
  const peer = { city, rates: readPlainRates(plan, city), result: openPlainResult(city) };
  const differenceTiyn = differenceOf(model, peer);
  return { organisations, plan, register, model, peer, openMilliseconds, differenceTiyn };
}

/** Lets the peer calculate by its rates and compares every total of it with core's. */
export function differenceOf(model: Model, { city, rates, result }: BenchCity["peer"]): number {
  calculatePlain(city, rates, result);
  return comparePeer(totalsOfPeer(city, result.sums), model.totals);
}
