/**
 * How a person has arranged the columns of a sheet: which are on view, in what order, how wide,
 * which stay at the left, and what the rows are ordered by. Columns come and go with the data, so a
 * layout names them loosely: unknown ones say nothing, new ones appear where they belong.
 */
import { NAME_COLUMN, type SheetColumn, type SheetSort } from "../sheet.ts";

/** Columns by their ids; the column of names is always on view, first and at the left. */
export type ColumnLayout = {
  /** Columns in the order that was chosen; empty where none was. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly pinned: readonly string[];
  /** In CSS pixels. */
  readonly widths: Readonly<Record<string, number>>;
  readonly sort: SheetSort | null;
};

/** What a layout asks of a column. */
export type Named = Pick<SheetColumn, "id" | "isPart">;

/** Everything as the sheet comes. */
export const FIRST_LAYOUT: ColumnLayout = {
  order: [],
  hidden: [],
  pinned: [],
  widths: {},
  sort: null,
};

const NARROWEST = 40;
const WIDEST = 1200;

/** The columns on view: in the chosen order, pinned ones behind the names, as wide as chosen. */
export function layOutColumns<Column extends SheetColumn>(
  columns: readonly Column[],
  layout: ColumnLayout,
): readonly Column[] {
  const blocks = blocksOf(columns);
  const shown = orderedColumns(columns, layout).filter(({ id }) => isShown(columns, layout, id));
  const names = columns.filter(({ id }) => id === NAME_COLUMN);
  return [
    ...names,
    ...shown.flatMap((whole) =>
      (blocks.get(whole.id) ?? []).map((column) =>
        layout.pinned.includes(whole.id) ? { ...column, isPinned: true as const } : column,
      ),
    ),
  ].map((column) => withWidth(column, layout));
}

/**
 * All columns that can be moved, also hidden ones, in the chosen order with pinned ones first.
 * Parts are not among them: they go with what they are parts of.
 */
export function orderedColumns<Column extends Named>(
  columns: readonly Column[],
  { order, pinned }: Pick<ColumnLayout, "order" | "pinned">,
): readonly Column[] {
  const wholes = movable(columns);
  const byId = new Map(wholes.map((column) => [column.id, column]));
  const ordered = [...new Set(order)].flatMap((id) => byId.get(id) ?? []);
  for (const [index, column] of wholes.entries()) {
    if (ordered.includes(column)) continue;
    const before = wholes[index - 1];
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, column);
  }
  const isPinned = ({ id }: Named): boolean => pinned.includes(id);
  return [...ordered.filter(isPinned), ...ordered.filter((column) => !isPinned(column))];
}

/** Whether a column is on view; where a layout would hide all of them, none is hidden. */
export function isShown(
  columns: readonly Named[],
  layout: ColumnLayout,
  columnId: string,
): boolean {
  return !hiddenNow(columns, layout).includes(columnId);
}

/** Whether a column is the only one on view beside the names, which must stay. */
export function isLastShown(
  columns: readonly Named[],
  layout: ColumnLayout,
  columnId: string,
): boolean {
  const shown = movable(columns).filter(({ id }) => isShown(columns, layout, id));
  return shown.length === 1 && shown[0]?.id === columnId;
}

/** The column shown or hidden; an order of rows by a column goes with it. */
export function toggleShown(
  columns: readonly Named[],
  layout: ColumnLayout,
  columnId: string,
): ColumnLayout {
  if (isLastShown(columns, layout, columnId)) return layout;
  const hidden = hiddenNow(columns, layout);
  const isHiding = !hidden.includes(columnId);
  return {
    ...layout,
    hidden: isHiding ? [...hidden, columnId] : hidden.filter((id) => id !== columnId),
    sort: isHiding && layout.sort?.columnId === columnId ? null : layout.sort,
  };
}

/** The column kept at the left, or not any more. */
export function togglePinned(layout: ColumnLayout, columnId: string): ColumnLayout {
  const { pinned } = layout;
  const isPinned = pinned.includes(columnId);
  return {
    ...layout,
    pinned: isPinned ? pinned.filter((id) => id !== columnId) : [...pinned, columnId],
  };
}

/** The column moved by so many places among all columns; within the edges. */
export function moveColumn(
  columns: readonly Named[],
  layout: ColumnLayout,
  columnId: string,
  places: number,
): ColumnLayout {
  const order = orderedColumns(columns, layout).map(({ id }) => id);
  const from = order.indexOf(columnId);
  if (from < 0) return layout;
  const to = Math.min(Math.max(from + places, 0), order.length - 1);
  const others = order.toSpliced(from, 1);
  return { ...layout, order: others.toSpliced(to, 0, columnId) };
}

/**
 * The order of the columns on view after one was dragged. Hidden columns stay behind the one they
 * stood behind; ids of parts and of names say nothing.
 */
export function withOrder(
  columns: readonly Named[],
  layout: ColumnLayout,
  shownIds: readonly string[],
): ColumnLayout {
  const known = orderedColumns(columns, layout).map(({ id }) => id);
  const order = shownIds.filter((id) => known.includes(id));
  for (const [index, id] of known.entries()) {
    if (order.includes(id)) continue;
    const before = known[index - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  return { ...layout, order };
}

/** The column as wide as a person made it. */
export function withColumnWidth(
  layout: ColumnLayout,
  columnId: string,
  width: number,
): ColumnLayout {
  return { ...layout, widths: { ...layout.widths, [columnId]: width } };
}

/** By what rows are ordered: an order by a column that is not on view would be a riddle. */
export function shownSort(columns: readonly SheetColumn[], layout: ColumnLayout): SheetSort | null {
  const { sort } = layout;
  if (sort === null) return null;
  const isOnView = layOutColumns(columns, layout).some(({ id }) => id === sort.columnId);
  return isOnView ? sort : null;
}

/** A layout as it was written; whatever cannot be read in it is as at first. */
export function readLayout(written: string | null): ColumnLayout {
  const read = parse(written);
  return {
    order: ids(read["order"]),
    hidden: ids(read["hidden"]),
    pinned: ids(read["pinned"]),
    widths: widths(read["widths"]),
    sort: sort(read["sort"]),
  };
}

/** A column that can be moved with those that move with it. */
function blocksOf<Column extends Named>(
  columns: readonly Column[],
): ReadonlyMap<string, readonly Column[]> {
  const blocks = new Map<string, Column[]>();
  let last: Column[] = [];
  for (const column of columns) {
    if (column.id === NAME_COLUMN) continue;
    if (column.isPart) {
      last.push(column);
      continue;
    }
    last = [column];
    blocks.set(column.id, last);
  }
  return blocks;
}

function hiddenNow(columns: readonly Named[], { hidden }: ColumnLayout): readonly string[] {
  const known = movable(columns).map(({ id }) => id);
  const isAnyLeft = known.some((id) => !hidden.includes(id));
  return isAnyLeft ? hidden : hidden.filter((id) => !known.includes(id));
}

/** Columns that have a place of their own. */
function movable<Column extends Named>(columns: readonly Column[]): readonly Column[] {
  return columns.filter(({ id, isPart }) => id !== NAME_COLUMN && !isPart);
}

function withWidth<Column extends SheetColumn>(column: Column, layout: ColumnLayout): Column {
  const width = layout.widths[column.id];
  return width === undefined ? column : { ...column, width };
}

function parse(written: string | null): Readonly<Record<string, unknown>> {
  try {
    return record(JSON.parse(written ?? "{}"));
  } catch {
    return {};
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function ids(value: unknown): readonly string[] {
  const texts = Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  return [...new Set(texts)];
}

function widths(value: unknown): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(record(value)).flatMap(([id, width]) =>
      typeof width === "number" && width >= NARROWEST && width <= WIDEST ? [[id, width]] : [],
    ),
  );
}

function sort(value: unknown): SheetSort | null {
  const { columnId, direction } = record(value);
  const isKnown = direction === "asc" || direction === "desc";
  return typeof columnId === "string" && isKnown ? { columnId, direction } : null;
}
