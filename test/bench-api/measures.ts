/** One figure of the bench of the server, and how it is told. */

export type ApiMeasure = {
  readonly name: string;
  readonly value: number;
  readonly unit: "" | "ms" | "s" | "requests/s" | "MiB";
  /** What is measured. */
  readonly meaning: string;
  /** What it should be, where there is a goal. */
  readonly goal?: string;
};

/** A line of the output. */
export function measureLine({ name, value, unit, goal }: ApiMeasure): string {
  const figure = `${formatFigure(value)} ${unit}`.trimEnd().padEnd(18);
  return `${name.padEnd(34)}${figure}${goal === undefined ? "" : `(goal ${goal})`}`.trimEnd();
}

/** The rows of a table in Markdown. */
export function measureTable(measures: readonly ApiMeasure[]): readonly string[] {
  return [
    "| measure | value | goal | what it is |",
    "|---|---:|---|---|",
    ...measures.map(({ name, value, unit, goal, meaning }) => {
      const figure = `${formatFigure(value)} ${unit}`.trimEnd();
      return `| \`${name}\` | ${figure} | ${goal ?? ""} | ${meaning} |`;
    }),
  ];
}

/** The measures by name, as a document. */
export function measuresJson(measures: readonly ApiMeasure[]): string {
  const byName = Object.fromEntries(measures.map(({ name, value }) => [name, round(value)]));
  return `${JSON.stringify({ measures: byName }, null, 2)}\n`;
}

function formatFigure(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 1000) {
    return Math.round(value).toLocaleString("en-US");
  }
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** A thousandth is more than a measurement is worth. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
