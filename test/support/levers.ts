/** Levers over values of a methodology, as tests write them: `rate[level=primary]*1.2`. */
import { findCalendarDate } from "../../packages/core/src/index.ts";
import type { Lever, TiedValue } from "../../packages/core/src/scenario/lever.ts";
import type { ParameterTarget } from "../../packages/core/src/scenario/scenario.ts";

/** A value of a parameter by name, key and the days on which it is meant. */
function target(name: string, validFrom?: string, validTo?: string): ParameterTarget {
  const [, parameter = "", codes = ""] = /^([^[]+)(?:\[(.*)\])?$/.exec(name) ?? [];
  const pairs = codes === "" ? [] : codes.split(";").map((pair) => pair.split("="));
  return {
    parameter,
    key: new Map(pairs.map(([dimension = "", code = ""]) => [dimension, code])),
    validFrom: validFrom === undefined ? undefined : findCalendarDate(validFrom),
    validTo: validTo === undefined ? undefined : findCalendarDate(validTo),
  };
}

/** A value that follows the number times a factor, to its own step. */
export function tied(name: string, factor?: string, step?: string): TiedValue {
  return { target: target(name), factor, step, place: {} };
}

/** A value that is meant on these days. */
export function dated(name: string, validFrom: string, validTo?: string): TiedValue {
  return {
    target: target(name, validFrom, validTo),
    factor: undefined,
    step: undefined,
    place: {},
  };
}

/** A lever within bounds, in steps of one. */
export function lever(
  values: readonly (TiedValue | string)[],
  bounds: readonly [least: string, greatest: string],
  step = "1",
): Lever {
  const [least, greatest] = bounds;
  const all = values.map((each) => (typeof each === "string" ? tied(each) : each));
  return { values: all, least, greatest, step, place: {} };
}
