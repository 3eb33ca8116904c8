/** One figure of the bench of the page, and how it is told beside its goal. */

/** What should be reached: at most so much. */
export type UiMeasure = {
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "times" | "%" | "MiB" | "";
  /** What is measured. */
  readonly meaning: string;
  readonly most?: number;
};

/** A line of the output. */
export function measureLine(measure: UiMeasure): string {
  const goal = goalOf(measure);
  const told = goal === "" ? "" : `(goal ${goal}) ${reachedOf(measure)}`;
  return `${measure.name.padEnd(34)}${figureOf(measure).padEnd(16)}${told}`.trimEnd();
}

/** The rows of a table in Markdown. */
export function measureTable(measures: readonly UiMeasure[]): readonly string[] {
  return [
    "| measure | value | goal | reached | what it is |",
    "|---|---:|---:|---|---|",
    ...measures.map((measure) => {
      const { name, meaning } = measure;
      const cells = [
        `\`${name}\``,
        figureOf(measure),
        goalOf(measure),
        reachedOf(measure),
        meaning,
      ];
      return `| ${cells.join(" | ")} |`;
    }),
  ];
}

/** The measures by name, as a document. */
export function measuresJson(measures: readonly UiMeasure[]): string {
  const byName = Object.fromEntries(
    measures.map(({ name, value }) => [name, Math.round(value * 1000) / 1000]),
  );
  return `${JSON.stringify({ measures: byName }, null, 2)}\n`;
}

function figureOf({ value, unit }: UiMeasure): string {
  const figure = Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
  return `${value === 0 ? "0" : figure} ${unit}`.trimEnd();
}

function goalOf({ most, unit }: UiMeasure): string {
  return most === undefined ? "" : `≤ ${most} ${unit}`.trimEnd();
}

function reachedOf({ value, most }: UiMeasure): string {
  if (most === undefined) return "";
  return value <= most ? "yes" : "no";
}
