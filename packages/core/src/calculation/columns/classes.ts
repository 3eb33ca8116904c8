/** Rows that cannot differ: those that stand on the same values of the law. */
import { combineCodes } from "./domain.ts";
import type { FindClasses, NumberInput } from "./figure.ts";

/** The classes of a figure whose rows are made of the rows of its inputs. */
export function classesOf(inputs: readonly NumberInput[], size: number): FindClasses | undefined {
  const finders = inputs.map(({ figure }) => figure.classes);
  if (finders.includes(undefined)) return undefined;
  let known: { readonly of: readonly Int32Array[]; readonly classes: Int32Array } | undefined;
  return () => {
    const of = finders.flatMap((find) => find?.() ?? []);
    if (of.length < inputs.length) return undefined;
    if (known?.of.every((each, place) => each === of[place]) !== true) {
      known = { of, classes: combine(inputs, of, size) };
    }
    return known.classes;
  };
}

function combine(
  inputs: readonly NumberInput[],
  classes: readonly Int32Array[],
  size: number,
): Int32Array {
  const columns = classes.map((each, place) => {
    const index = inputs[place]?.index;
    const codes = index === undefined ? each : index.map((row) => each[row] as number);
    return { codes, count: codes.reduce((most, code) => (code > most ? code : most), 0) + 1 };
  });
  return combineCodes(columns, size).index;
}
