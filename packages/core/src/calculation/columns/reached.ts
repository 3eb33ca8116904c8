/**
 * What was asked on the way to some line: from the rows of the lines down to the values of the law.
 */
import { type AnyFigure, type FigureList, type Readings, TRUE } from "./figure.ts";

/** Rows of a figure that a line asks for by itself. */
export type Question = {
  readonly figure: AnyFigure;
  readonly index: Int32Array | undefined;
  /** The rows that ask; all of them where nothing is said. */
  readonly rows: Uint8Array | undefined;
  readonly size: number;
};

/** What the figures that were reached read; figures stand after what they ask. */
export function noteReached(figures: FigureList, questions: readonly Question[]): Readings {
  const readings: Readings = { parameters: new Map(), tables: new Map() };
  const marks = new Map<AnyFigure, Uint8Array>();
  const marksOf = (figure: AnyFigure): Uint8Array => {
    const known = marks.get(figure) ?? new Uint8Array(figure.domain.size);
    marks.set(figure, known);
    return known;
  };
  for (const question of questions) markAsked(question, marksOf(question.figure));
  for (const figure of figures.toReversed()) {
    const own = marks.get(figure);
    if (own === undefined) continue;
    figure.note?.(own, readings);
    for (const reach of figure.reaches) reach.spread(own, marksOf(reach.figure));
  }
  return readings;
}

function markAsked({ index, rows, size }: Question, marks: Uint8Array): void {
  for (let row = 0; row < size; row += 1) {
    const isAsked = rows === undefined || rows[row] === TRUE;
    if (isAsked) marks[index === undefined ? row : (index[row] as number)] = TRUE;
  }
}
