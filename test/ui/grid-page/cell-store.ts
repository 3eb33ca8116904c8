/**
 * Who keeps the values of a sheet of the page: what was entered over what the base has. Figures are
 * whole numbers of the last place of their column, so nothing is rounded on the way.
 */
import type {
  CellEdit,
  EditBatch,
  EditRefusal,
} from "../../../packages/ui/src/grid/editing/edit-batch.ts";
import { type ExactValue, exactWhole } from "../../../packages/ui/src/grid/exact-value.ts";
import type { CellValue } from "../../../packages/ui/src/grid/sheet.ts";

/** A figure in the last place of its column, or words. */
export type Stored = bigint | string;

/** What a row has by column. */
export type StoredCells = Readonly<Record<string, Stored>>;

/** A row as the city has it; the bare grid is given the same objects. */
export type StoredRow = {
  readonly id: string;
  readonly cells: StoredCells;
};

/** What decides about the values of one sheet. */
export type StoreRules<Row extends StoredRow> = {
  /** How many stored units make one: 100 for a coefficient kept to the hundredth. */
  readonly scaleOf: (columnId: string) => bigint;
  /** Why a value is refused, in the words of the page; null where it is taken. */
  readonly judge: (row: Row, columnId: string, value: Stored) => string | null;
  /** What follows from the values of a row. */
  readonly derive: (cells: StoredCells) => StoredCells;
  /** Said where a value has more places than its column keeps. */
  readonly tooFine: string;
};

/** The values of one sheet. */
export type CellStore<Row extends StoredRow = StoredRow> = {
  readonly storedIn: (row: Row, columnId: string) => Stored | null;
  readonly valueIn: (row: Row, columnId: string) => ExactValue | null;
  readonly wordIn: (row: Row, columnId: string) => string | null;
  readonly ownIn: (row: Row, columnId: string) => CellValue | null;
  /** Whether anything was entered in the row. */
  readonly isTouched: (rowId: string) => boolean;
  /** Takes all edits or none. */
  readonly apply: (batch: EditBatch) => readonly EditRefusal[];
  readonly revision: () => number;
  /** Whether anything was entered at all. */
  readonly isChanged: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
};

type Entered = Readonly<Record<string, Stored>>;

/** A store in which nothing was entered. */
export function createCellStore<Row extends StoredRow>(
  rows: readonly Row[],
  rules: StoreRules<Row>,
): CellStore<Row> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const entered = new Map<string, Entered>();
  const derived = new Map<string, StoredCells>();
  const listeners = new Set<() => void>();
  let revision = 0;
  const storedIn = (row: Row, columnId: string): Stored | null =>
    entered.get(row.id)?.[columnId] ??
    derived.get(row.id)?.[columnId] ??
    row.cells[columnId] ??
    null;
  const enter = ({ cell: { rowId, columnId }, after }: CellEdit): void => {
    const row = byId.get(rowId);
    if (row === undefined) return;
    const { [columnId]: _before, ...others } = entered.get(rowId) ?? {};
    const next = after === null ? others : { ...others, [columnId]: keep(after, columnId, rules) };
    if (Object.keys(next).length === 0) {
      entered.delete(rowId);
      derived.delete(rowId);
    } else {
      entered.set(rowId, next);
      derived.set(rowId, rules.derive({ ...row.cells, ...next }));
    }
  };
  return {
    storedIn,
    valueIn: (row, columnId) => figureOf(storedIn(row, columnId), columnId, rules),
    wordIn: (row, columnId) => {
      const stored = storedIn(row, columnId);
      return typeof stored === "string" && stored !== "" ? stored : null;
    },
    ownIn: (row, columnId) => {
      const own = entered.get(row.id)?.[columnId] ?? null;
      return typeof own === "string" ? own : figureOf(own, columnId, rules);
    },
    isTouched: (rowId) => entered.has(rowId),
    apply: (batch) => {
      const refusals = batch.edits.flatMap((edit) => judge(edit, byId, rules));
      if (refusals.length > 0) return refusals;
      for (const edit of batch.edits) enter(edit);
      revision += 1;
      for (const listener of listeners) listener();
      return [];
    },
    revision: () => revision,
    isChanged: () => entered.size > 0,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function judge<Row extends StoredRow>(
  { cell, after }: CellEdit,
  byId: ReadonlyMap<string, Row>,
  rules: StoreRules<Row>,
): readonly EditRefusal[] {
  const row = byId.get(cell.rowId);
  if (after === null || row === undefined) return [];
  if (typeof after !== "string" && !isKept(after, rules.scaleOf(cell.columnId))) {
    return [{ cell, reason: rules.tooFine }];
  }
  const reason = rules.judge(row, cell.columnId, keep(after, cell.columnId, rules));
  return reason === null ? [] : [{ cell, reason }];
}

function isKept({ numerator, denominator }: ExactValue, scale: bigint): boolean {
  return (numerator * scale) % denominator === 0n;
}

function keep(
  value: CellValue,
  columnId: string,
  { scaleOf }: Pick<StoreRules<StoredRow>, "scaleOf">,
): Stored {
  if (typeof value === "string") return value;
  return (value.numerator * scaleOf(columnId)) / value.denominator;
}

function figureOf(
  stored: Stored | null,
  columnId: string,
  { scaleOf }: Pick<StoreRules<StoredRow>, "scaleOf">,
): ExactValue | null {
  if (typeof stored !== "bigint") return null;
  const scale = scaleOf(columnId);
  return scale === 1n ? exactWhole(stored) : { numerator: stored, denominator: scale };
}
