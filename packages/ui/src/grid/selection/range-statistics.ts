/**
 * What a selection adds up to, exactly. No figure is counted twice: a sum, of rows or of columns,
 * is left out where a figure that it adds up is selected too.
 */
import { isWordColumn } from "../cells/cell-content.ts";
import { addExact, compareExact, type ExactValue, exactWhole } from "../exact-value.ts";
import type { Steps } from "../search/run-in-slices.ts";
import type { FigureColumn, SheetColumn } from "../sheet.ts";
import type { SheetTable } from "../sheet-table.ts";
import { boundsOf, type SheetSelection } from "./selection.ts";

/** Figures of one unit. */
export type RangeFigures = {
  /** A column of theirs, which knows how they are written. */
  readonly column: FigureColumn;
  /** Null where figures are no amounts that can be added, such as rates. */
  readonly sum: ExactValue | null;
  readonly average: ExactValue | null;
  readonly least: ExactValue;
  readonly most: ExactValue;
};

/** What was counted; `figures` is null where there are none or they are of several units. */
export type RangeStatistics = {
  readonly figures: RangeFigures | null;
  /** Figures that were counted. */
  readonly figureCount: number;
  /** Cells with words or dates. */
  readonly wordCount: number;
  readonly hasSeveralUnits: boolean;
  /** Whether rows or columns of sums were selected and left out. */
  readonly isWithoutSums: boolean;
};

/** Rows from one to another, both included. */
type Span = { readonly from: number; readonly to: number };

/** Rows that are selected in a column. */
type ColumnSpans = { readonly column: SheetColumn; readonly spans: readonly Span[] };

/** A selected column, and the selected ones that it adds up. */
type SelectedColumn = ColumnSpans & { readonly parts: readonly ColumnSpans[] };

type Tally = {
  column: FigureColumn | null;
  /** Sums by denominator: figures of a column mostly have the same one. */
  sums: Map<bigint, bigint>;
  least: ExactValue | null;
  most: ExactValue | null;
  isAdditive: boolean;
  figureCount: number;
  wordCount: number;
  hasSeveralUnits: boolean;
  isWithoutSums: boolean;
};

/** Gives way after each row of each column. */
export function* rangeStatistics(
  selection: SheetSelection,
  table: SheetTable,
): Steps<RangeStatistics> {
  const tally: Tally = {
    ...{ column: null, sums: new Map(), least: null, most: null, isAdditive: true },
    ...{ figureCount: 0, wordCount: 0, hasSeveralUnits: false, isWithoutSums: false },
  };
  for (const selected of selectedColumns(selection, table)) {
    if (selected.column.kind !== "name") yield* countColumn(tally, selected, table);
  }
  return statisticsOf(tally);
}

function* countColumn(tally: Tally, selected: SelectedColumn, table: SheetTable): Steps<void> {
  for (const { from, to } of selected.spans) {
    for (let index = from; index <= to; index += 1) {
      yield* countCell(tally, selected, table, index);
      yield;
    }
  }
}

function* countCell(
  tally: Tally,
  selected: SelectedColumn,
  table: SheetTable,
  index: number,
): Steps<void> {
  const { column } = selected;
  const row = table.rowAt(index);
  if (row === undefined) return;
  if (isWordColumn(column)) {
    if ((row.wordIn?.(column.id) ?? null) !== null) tally.wordCount += 1;
    return;
  }
  const value = row.valueIn(column.id);
  if (value === null) return;
  if (yield* isSumOfSelected(selected, table, index)) tally.isWithoutSums = true;
  else addFigure(tally, column, value);
}

/** Whether a figure that this cell adds up is selected too. */
function* isSumOfSelected(
  { column, spans, parts }: SelectedColumn,
  table: SheetTable,
  index: number,
): Steps<boolean> {
  const here = { from: index, to: index };
  for (const part of parts) if (yield* holdsFigure(part, table, here)) return true;
  const below = rowsBelow(table, index);
  if (below === null) return false;
  for (const part of [{ column, spans }, ...parts]) {
    if (yield* holdsFigure(part, table, below)) return true;
  }
  return false;
}

/** Whether one of these rows is selected in the column and has a figure there. */
function* holdsFigure(
  { column, spans }: ColumnSpans,
  table: SheetTable,
  rows: Span,
): Steps<boolean> {
  for (const span of spans) {
    const to = Math.min(span.to, rows.to);
    for (let index = Math.max(span.from, rows.from); index <= to; index += 1) {
      if ((table.rowAt(index)?.valueIn(column.id) ?? null) !== null) return true;
      yield;
    }
  }
  return false;
}

/** Whether two columns have figures that may stand in one sum. */
function isSameUnit(left: SheetColumn, right: SheetColumn): boolean {
  if (left.unit !== undefined || right.unit !== undefined) return left.unit?.id === right.unit?.id;
  return left.kind === right.kind;
}

function addFigure(tally: Tally, column: FigureColumn, value: ExactValue): void {
  tally.figureCount += 1;
  if (tally.column === null) tally.column = column;
  else if (tally.column !== column && !isSameUnit(tally.column, column)) {
    tally.hasSeveralUnits = true;
  }
  if (column.isAdditive !== true) tally.isAdditive = false;
  const { numerator, denominator } = value;
  tally.sums.set(denominator, (tally.sums.get(denominator) ?? 0n) + numerator);
  if (tally.least === null || compareExact(value, tally.least) < 0) tally.least = value;
  if (tally.most === null || compareExact(value, tally.most) > 0) tally.most = value;
}

function statisticsOf(tally: Tally): RangeStatistics {
  const { column, least, most, figureCount, wordCount, hasSeveralUnits, isWithoutSums } = tally;
  const counts = { figureCount, wordCount, hasSeveralUnits, isWithoutSums };
  if (column === null || least === null || most === null || hasSeveralUnits) {
    return { figures: null, ...counts };
  }
  const sum = tally.isAdditive ? sumOf(tally.sums) : null;
  return { figures: { column, sum, average: averageOf(sum, figureCount), least, most }, ...counts };
}

function sumOf(sums: ReadonlyMap<bigint, bigint>): ExactValue {
  return [...sums]
    .map(([denominator, numerator]): ExactValue => ({ numerator, denominator }))
    .reduce(addExact, exactWhole(0n));
}

function averageOf(sum: ExactValue | null, count: number): ExactValue | null {
  return sum === null ? null : { ...sum, denominator: sum.denominator * BigInt(count) };
}

/** Each selected column once, with rows that several ranges share counted once. */
function selectedColumns(
  { ranges }: SheetSelection,
  { columns, rowCount }: SheetTable,
): readonly SelectedColumn[] {
  const bounds = ranges.map(boundsOf);
  const all = columns.map((column, index): ColumnSpans => {
    const spans = bounds
      .filter(({ left, right }) => index >= left && index <= right)
      .map(({ top, bottom }) => ({ from: top, to: Math.min(bottom, rowCount - 1) }));
    return { column, spans: joinSpans(spans) };
  });
  return all.flatMap((whole, index): SelectedColumn[] => {
    if (whole.spans.length === 0) return [];
    const parts = all.filter(
      ({ column }, position) =>
        addsUp(columns, index, position) && isSameUnit(whole.column, column),
    );
    return [{ ...whole, parts }];
  });
}

/** A total adds up all others of its unit, an opened column the parts that stand behind it. */
function addsUp(columns: readonly SheetColumn[], whole: number, part: number): boolean {
  const column = columns[whole];
  const other = columns[part];
  if (column === undefined || other === undefined || whole === part) return false;
  if (column.isTotal === true) return other.isTotal !== true && other.isAdditive === true;
  if (column.parts !== "open" || part < whole) return false;
  return columns.slice(whole + 1, part + 1).every(({ isPart }) => isPart);
}

function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((left, right) => left.from - right.from)) {
    const last = joined.at(-1);
    if (last === undefined || span.from > last.to + 1) joined.push(span);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return joined;
}

/** The rows that a row adds up: of a group those below it, of the total all others. */
function rowsBelow(table: SheetTable, index: number): Span | null {
  const row = table.rowAt(index);
  switch (row?.kind) {
    case "total":
      return { from: 0, to: table.rowCount - 2 };
    case "group":
      return { from: index + 1, to: endOfGroup(table, index, row.level) };
    case "member":
    case undefined:
      return null;
  }
}

/** The last row below a group that stands deeper than it does. */
function endOfGroup(table: SheetTable, group: number, level: number): number {
  let end = group;
  while (end + 2 < table.rowCount && (table.rowAt(end + 1)?.level ?? 0) > level) end += 1;
  return end;
}
