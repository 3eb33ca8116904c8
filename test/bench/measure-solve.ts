/** Goal-seek beside a full calculation: every value in force as a lever of the city's total. */
import {
  type CalculationPlan,
  type Lever,
  type Model,
  type ParameterValue,
  solve,
  tiyn,
} from "../../packages/core/src/index.ts";
import { getValue } from "../support/get-value.ts";
import type { BenchCity } from "./bench-city.ts";
import { median, timeOf } from "./statistics.ts";

/** What a solve takes, in full calculations of the same round. */
export type SolveRatios = {
  /** The level rate of primary school, which a department asks for most. */
  readonly named: number;
  readonly median: number;
  readonly worst: { readonly name: string; readonly ratio: number };
  readonly count: number;
};

const NAMED = "secondary.Ez primary 2026-01-01";
const WARM_UP = 3;

/** Refused when a solve leaves the model as it was not. */
export function measureSolve({ plan, model }: BenchCity, rounds: number): SolveRatios {
  const levers = leversOf(plan).filter(({ lever }) => answerOf(model, lever) !== undefined);
  const before = model.totals.total;
  const ratios = levers.map(({ name, lever }) => {
    const each: number[] = [];
    for (let round = 0; round < WARM_UP + rounds; round += 1) {
      const solved = timeOf(() => answerOf(model, lever));
      if (model.totals.total !== before) throw new Error(`${name}: the model is another`);
      const full = timeOf(() => getValue(model.recalculate()));
      if (round >= WARM_UP) each.push(solved / full);
    }
    return { name, ratio: median(each) };
  });
  const sorted = ratios.toSorted((left, right) => right.ratio - left.ratio);
  const [worst] = sorted;
  const named = ratios.find(({ name }) => name === NAMED);
  if (worst === undefined || named === undefined) throw new Error("no lever moves the city");
  return {
    named: named.ratio,
    median: median(ratios.map(({ ratio }) => ratio)),
    worst,
    count: levers.length,
  };
}

/** The greatest value that leaves a thousandth of the city's total more than there is now. */
function answerOf(model: Model, lever: Lever): string | undefined {
  const { total } = model.totals;
  const found = solve(model, {
    ...{ levers: [lever], scope: { by: "city" }, place: {} },
    target: tiyn(total + total / 1_000n),
  });
  return found.ok ? found.value.levers[0]?.number : undefined;
}

/** From nothing to twice what it is, in steps of its last digit. */
function leversOf(
  plan: CalculationPlan,
): readonly { readonly name: string; readonly lever: Lever }[] {
  const days = [plan.yearStart, ...plan.monthStarts.values()];
  return [...plan.methodology.parameters.values()].flatMap(({ id, dimensions, values }) =>
    values.flatMap((value) => {
      const key = value.key.map((code) => code ?? "");
      const isRead = days.some((day) => {
        const found = plan.lookUp(id, key, day);
        return found.kind === "found" && found.value === value;
      });
      if (!isRead) return [];
      const name = [id, ...key, value.validity.from].join(" ");
      return [{ name, lever: leverOf(id, dimensions, value, plan) }];
    }),
  );
}

function leverOf(
  parameter: string,
  dimensions: readonly string[],
  { key, digits, value, validity }: ParameterValue,
  { yearStart }: CalculationPlan,
): Lever {
  const codes = dimensions.flatMap((dimension, place): readonly (readonly [string, string])[] => {
    const code = key[place];
    return code === undefined ? [] : [[dimension, code]];
  });
  const places = (digits.split(".")[1] ?? "").length;
  const step = places === 0 ? "1" : `0.${"1".padStart(places, "0")}`;
  const validFrom = validity.from < yearStart ? yearStart : validity.from;
  const target = { parameter, key: new Map(codes), validFrom, validTo: undefined };
  const greatest = `${(2n * value.numerator) / value.denominator + 1n}`;
  const values = [{ target, factor: undefined, step: undefined, place: {} }];
  return { values, least: "0", greatest, step, place: {} };
}
