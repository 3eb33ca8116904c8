/** One figure of the bench, and how it is told. */

/** A bare number has none. */
export type Unit = "" | "times" | "ms" | "MiB" | "µs" | "cells" | "tiyn";

export type Measure = {
  readonly name: string;
  readonly organisations: number;
  readonly value: number;
  readonly unit: Unit;
  /** What is measured, and what it should be, where there is a goal. */
  readonly meaning: string;
  readonly goal?: string;
};

/** A line of the output. */
export function measureLine({ name, organisations, value, unit, goal }: Measure): string {
  const size = organisations.toLocaleString("en-US").padStart(8);
  const figure = `${formatFigure(value)} ${unit}`.trimEnd().padEnd(18);
  return `${name.padEnd(34)}${size}   ${figure}${goal === undefined ? "" : `(goal ${goal})`}`.trimEnd();
}

/** The rows of a table in Markdown. */
export function measureTable(measures: readonly Measure[]): readonly string[] {
  return [
    "| measure | organisations | value | goal | what it is |",
    "|---|---:|---:|---|---|",
    ...measures.map(({ name, organisations, value, unit, goal, meaning }) => {
      const size = organisations.toLocaleString("en-US");
      return `| \`${name}\` | ${size} | ${`${formatFigure(value)} ${unit}`.trimEnd()} | ${goal ?? ""} | ${meaning} |`;
    }),
  ];
}

/** Three figures are all that a measurement is worth. */
function formatFigure(value: number): string {
  if (value === 0) return "0";
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-US");
  return value.toPrecision(3);
}
