/** Lines in columns, as the calculation of one organisation asks for them. */
import { present } from "../../kernel/index.ts";
import { tiyn, ZERO } from "../../money/index.ts";
import { formulasWithCases, NO_LINE } from "../line-figures.ts";
import type { LineFigure } from "../run-state.ts";
import { exactText } from "../trace.ts";
import type { CityLines } from "./city-lines.ts";
import type { Readings } from "./figure.ts";
import { existsAt, type LineColumn, type LineValues, tiynAt } from "./line-column.ts";
import { ratioAt } from "./numbers.ts";

export type ColumnFigures = {
  /** The line of the organisation in a row; nothing where columns do not hold the line. */
  readonly figureOf: (line: string, row: number) => LineFigure | undefined;
  /** Values of the law that the lines in columns read. */
  readonly readings: () => Readings;
};

/** Lines that name the case they came through are left to those who can tell it. */
export function columnFigures(city: CityLines, size: number): ColumnFigures {
  const { plan } = city.law;
  const held = new Map<string, HeldLine>();
  for (const definition of plan.lines) {
    const column = city.lines.get(definition.id);
    if (column === undefined || formulasWithCases(definition, plan).length > 0) continue;
    const line = holdLine(column, size);
    if (line !== undefined) held.set(definition.id, line);
  }
  return {
    figureOf: (line, row) => {
      const found = held.get(line);
      const place = found?.places[row] ?? -1;
      if (found === undefined) return undefined;
      return place < 0 ? NO_LINE : figureAt(found.values, place);
    },
    readings: () => city.readingsOf(new Set(held.keys())),
  };
}

type HeldLine = {
  readonly values: LineValues;
  /** The place of each organisation among those to which the line applies; -1 for others. */
  readonly places: Int32Array;
};

/** Nothing where some value is missing: why is told by the calculation one by one. */
function holdLine(column: LineColumn, size: number): HeldLine | undefined {
  const values = column.current();
  if (values === undefined) return undefined;
  const places = new Int32Array(size).fill(-1);
  column.organisations.forEach((row, place) => {
    places[row] = place;
  });
  return { values, places };
}

/** The figure of one of the organisations to which the line applies, by its place among them. */
export function figureAt(values: LineValues, place: number): LineFigure {
  const { headcounts } = values;
  const isCounted = existsAt(values.exists, place);
  const people = isCounted && headcounts !== undefined ? ratioAt(headcounts, place) : undefined;
  return {
    applies: true,
    isCounted,
    tenge: present(ratioAt(values.tenge, place) ?? ZERO, "an amount"),
    amount: isCounted ? tiynAt(values.amounts, place) : tiyn(0n),
    headcount: people && exactText(people),
  };
}
