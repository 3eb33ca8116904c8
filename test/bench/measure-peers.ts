/** Core beside its peers over the same generated cities: ratios first, milliseconds beside them. */

import type { CalculationPlan } from "../../packages/core/src/index.ts";
import { type BenchCity, openBenchCity } from "./bench-city.ts";
import { countCells } from "./city/generate-city.ts";
import type { Measure } from "./measure.ts";
import { measureEdits } from "./measure-edits.ts";
import { type FullTimes, measureFull } from "./measure-full.ts";
import { measureHyperformula } from "./measure-hyperformula.ts";
import { measureLibreoffice } from "./measure-libreoffice.ts";
import { measureMemory } from "./measure-memory.ts";
import { measureSolve } from "./measure-solve.ts";
import { calculateDecimal, readDecimalRates } from "./peers/decimal-calculation.ts";
import { comparePeer, totalsOfPeer } from "./peers/peer-totals.ts";
import { buildSheetModel } from "./peers/sheet-model.ts";
import { median, timeOf } from "./statistics.ts";

export type Telling = {
  readonly tell: (measure: Measure) => void;
  /** A sentence that is no figure. */
  readonly say: (sentence: string) => void;
  readonly isQuick: boolean;
};

const SMALL = 2_500;
const LARGE = 20_000;
const COUNTRY = 200_000;

/** Tells every measure as soon as it is there. */
export function measurePeers(plan: CalculationPlan, telling: Telling): void {
  const small = openBenchCity(plan, SMALL);
  const smallTimes = tellFull(small, telling, telling.isQuick ? 60 : 200);
  tellEdits(small, telling, telling.isQuick ? 5 : 15);
  const large = openBenchCity(plan, LARGE);
  const largeTimes = tellFull(large, telling, telling.isQuick ? 40 : 120);
  tellEdits(large, telling, telling.isQuick ? 5 : 15);
  tellSolve(large, telling, telling.isQuick ? 3 : 9);
  tellDecimal(large, largeTimes, telling, telling.isQuick ? 3 : 7);
  tellSheets(small, smallTimes, telling);
  if (!telling.isQuick) tellOffice(large, largeTimes, telling);
  tellMemory(large, telling);
  const country = openBenchCity(plan, COUNTRY);
  const countryTimes = tellFull(country, telling, telling.isQuick ? 12 : 40);
  telling.tell({
    ...{ name: "growth-exponent", organisations: COUNTRY, unit: "", goal: "≤ 1.15" },
    value: Math.log(countryTimes.core / smallTimes.core) / Math.log(COUNTRY / SMALL),
    meaning: `how a full calculation grows from ${formatCount(SMALL)} organisations on; 1 is in proportion`,
  });
}

function tellFull(city: BenchCity, { tell }: Telling, rounds: number): FullTimes {
  const { organisations, register, openMilliseconds, differenceTiyn, peer } = city;
  const times = measureFull(city, rounds);
  const all = { organisations } as const;
  tell({
    ...{ ...all, name: "cells", value: countCells(register), unit: "cells" },
    meaning: `counts of the register; ${formatCount(peer.city.cells)} of them reach some line`,
  });
  tell({
    ...{ ...all, name: "full-vs-plain", value: times.core / times.plain, unit: "times" },
    ...(organisations === LARGE ? { goal: "≤ 1.5" } : {}),
    meaning: "core from a bound plan to all totals, beside the plain loop",
  });
  tell({
    ...all,
    name: "full-ms",
    value: times.core,
    unit: "ms",
    meaning: "the same for core alone",
  });
  tell({
    ...all,
    name: "plain-ms",
    value: times.plain,
    unit: "ms",
    meaning: "the same for the plain loop",
  });
  tell({
    ...{ ...all, name: "plain-difference", value: differenceTiyn, unit: "tiyn" },
    meaning: "the greatest difference of a total of the plain loop from core's",
  });
  tell({
    ...{ ...all, name: "open-ms", value: openMilliseconds, unit: "ms" },
    meaning: "a register in columns is bound to a plan and calculated for the first time",
  });
  return times;
}

function tellEdits(city: BenchCity, { tell, say }: Telling, rounds: number): void {
  const { organisations } = city;
  const { count, worst, median: middle } = measureEdits(city, rounds);
  const all = { organisations } as const;
  say(`${count} values are in force; the slowest to change is ${worst.name}`);
  const isLarge = organisations === LARGE;
  tell({
    ...{ ...all, name: "edit-vs-plain", value: worst.milliseconds / worst.plain, unit: "times" },
    ...(isLarge ? { goal: "≤ 0.8" } : {}),
    meaning: `one value of the law changed, all totals there again: the slowest, ${worst.name}`,
  });
  tell({
    ...{
      ...all,
      name: "edit-median-vs-plain",
      value: middle.milliseconds / middle.plain,
      unit: "times",
    },
    ...(isLarge ? { goal: "≤ 0.5" } : {}),
    meaning: `the same, the middle of all ${count} values in force`,
  });
  tell({
    ...{ ...all, name: "edit-worst-ms", value: worst.milliseconds, unit: "ms" },
    ...(isLarge ? {} : { goal: "< 2" }),
    meaning: "the slowest in milliseconds",
  });
}

function tellSolve(city: BenchCity, { tell, say }: Telling, rounds: number): void {
  const { organisations } = city;
  const { named, median: middle, worst, count } = measureSolve(city, rounds);
  const all = { organisations, unit: "times" } as const;
  say(`${count} values move the city's total; the slowest to seek is ${worst.name}`);
  tell({
    ...{ ...all, name: "solve-vs-full", value: named, goal: "≤ 3" },
    meaning:
      "the greatest rate of primary school that fits a sum, with slack, price and who gets more, beside a full calculation",
  });
  tell({
    ...{ ...all, name: "solve-median-vs-full", value: middle },
    meaning: `the same, the middle of ${count} values in force`,
  });
  tell({
    ...{ ...all, name: "solve-worst-vs-full", value: worst.ratio },
    meaning: `the same, the slowest: ${worst.name}`,
  });
}

function tellDecimal(
  { plan, peer, model, organisations }: BenchCity,
  times: FullTimes,
  { tell }: Telling,
  rounds: number,
): void {
  const rates = readDecimalRates(plan, peer.city);
  comparePeer(totalsOfPeer(peer.city, calculateDecimal(peer.city, rates)), model.totals);
  const runs = Array.from({ length: rounds }, () =>
    timeOf(() => calculateDecimal(peer.city, rates)),
  );
  tell({
    ...{ name: "decimal-vs-full", organisations, value: median(runs) / times.core, unit: "times" },
    ...{ goal: "≥ 300", meaning: "the same loops with decimal.js for every count, beside core" },
  });
}

function tellSheets(
  { peer, model, organisations }: BenchCity,
  times: FullTimes,
  { tell, say }: Telling,
): void {
  const sheets = buildSheetModel(peer.city, peer.rates);
  const run = measureHyperformula(sheets, 9);
  if (run === undefined) {
    say("HyperFormula is not installed and could not be: its measures are left out");
    return;
  }
  comparePeer(totalsOfPeer(peer.city, tiynOf(run.sums)), model.totals);
  tell({
    ...{ name: "hyperformula-vs-full", organisations, unit: "times", goal: "≥ 1,000" },
    value: median(run.milliseconds.slice(2)) / times.core,
    meaning: `HyperFormula calculates its ${formatCount(sheets.formulas)} formulas again after a change of the cell under all rates, beside core`,
  });
  tell({
    ...{ name: "hyperformula-open-ms", organisations, value: run.buildMilliseconds, unit: "ms" },
    meaning: "HyperFormula builds the sheets and calculates them for the first time",
  });
}

function tellOffice(
  { peer, model, organisations }: BenchCity,
  times: FullTimes,
  { tell, say }: Telling,
): void {
  const run = measureLibreoffice(buildSheetModel(peer.city, peer.rates), 3);
  if (run === undefined) {
    say("LibreOffice is not installed, or it did not convert: its measure is left out");
    return;
  }
  comparePeer(totalsOfPeer(peer.city, tiynOf(run.sums)), model.totals);
  tell({
    ...{ name: "libreoffice-vs-full", organisations, unit: "times", goal: "≥ 400" },
    value: run.milliseconds / times.core,
    meaning: "LibreOffice calculates the same formulas while it converts a workbook, beside core",
  });
}

function tellMemory({ organisations, model }: BenchCity, { tell }: Telling): void {
  const { before, peak, total } = measureMemory(organisations);
  if (total !== String(model.totals.total))
    throw new Error(`core alone has another total: ${total}`);
  tell({
    ...{ name: "peak-memory-mib", organisations, value: peak, unit: "MiB", goal: "≤ 120" },
    meaning: `the most memory of a process with core alone; ${before.toFixed(0)} MiB with the law and no city`,
  });
}

function tiynOf(tenge: readonly number[]): Float64Array {
  return Float64Array.from(tenge, (amount) => Math.round(amount * 100));
}

function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}
