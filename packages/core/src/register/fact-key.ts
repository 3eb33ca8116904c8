/**
 * The index of a fact and the key of its rows: each dimension with its code, sorted by dimension,
 * `level=primary;programme=general`. So a kept row does not depend on the order in which a
 * methodology names dimensions.
 */
import { compareIds } from "../kernel/index.ts";
import type { FactDefinition } from "./register-rules.ts";

/** The dimensions of a fact's index: its period of the calendar, if it has one, then its own. */
export function factIndex({ period, dimensions }: FactDefinition): readonly string[] {
  const own = dimensions.map(({ dimension }) => dimension);
  return period === undefined ? own : [period, ...own];
}

/** The key of a row from the codes of its dimensions; empty text when there are none. */
export function factKey(codes: ReadonlyMap<string, string>): string {
  return [...codes]
    .sort(([left], [right]) => compareIds(left, right))
    .map(([dimension, code]) => `${dimension}=${code}`)
    .join(";");
}

/** The codes of a key in the order of the dimensions; nothing when it has other dimensions. */
export function findKeyCodes(
  key: string,
  dimensions: readonly string[],
): readonly string[] | undefined {
  const pairs = key === "" ? [] : key.split(";").map((part) => part.split("="));
  const codes = dimensions.flatMap(
    (dimension) => pairs.find(([name]) => name === dimension)?.[1] ?? [],
  );
  return codes.length === dimensions.length && pairs.length === codes.length ? codes : undefined;
}
