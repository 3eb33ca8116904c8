/** The sheet «Контингент» of the invented city. */
import { formatCount } from "../../../packages/ui/src/format/count.ts";
import type { EditBatch, EditRefusal } from "../../../packages/ui/src/grid/editing/edit-batch.ts";
import { summedTree, type ValueIn } from "../../../packages/ui/src/grid/rows/sum-rows.ts";
import type { CellMarks, SheetCell, SheetRow } from "../../../packages/ui/src/grid/sheet.ts";
import { type CellStore, createCellStore } from "./cell-store.ts";
import { deriveRoll, type OrganisationRecord, ROLL_SCALES } from "./city-records.ts";
import { type PageSheet, summedRow, sumsOf } from "./page-sheet.ts";
import { DISTRICTS, KINDS } from "./page-texts.ts";
import { type ColumnSource, MOST_PUPILS, MOST_RATE, rollColumns } from "./roll-columns.ts";

/** Columns whose figures of rows say nothing when they are added up. */
const NOT_SUMMED = new Set(["rate", "coefficient", "special", "change"]);
/** What follows from the entered figures of a row. */
const DERIVED = [
  ...["average", "amount", "change"],
  ...Array.from({ length: 12 }, (_, month) => `month-${month + 1}`),
];
const CITY = "city";
const MOST: Readonly<Record<string, bigint>> = {
  ...{ january: MOST_PUPILS, september: MOST_PUPILS, rate: MOST_RATE },
  ...{ coefficient: 5000n, special: 10_000n },
};

/** The sheet over a store of its own. */
export function rollSheet(
  records: readonly OrganisationRecord[],
  source: ColumnSource,
  columnCount: 12 | 40,
): PageSheet {
  const { language, text } = source;
  const store = rollStore(records, source);
  const columns = rollColumns(source, columnCount);
  const editable = new Set(columns.flatMap(({ id, input }) => (input === undefined ? [] : [id])));
  const byRow = new Map(records.map((record) => [record.id, record]));
  const rows = records.map((record) => memberRow(record, store, { source, editable }));
  const all = formatCount(rows.length, language);
  const groupOf = ({ id }: SheetRow): string => `district-${(byRow.get(id)?.district ?? 0) + 1}`;
  const note = (members: readonly SheetRow[]): string => formatCount(members.length, language);
  const summed = summedTree<SheetRow>({
    ...{ members: rows, groupOf, isSummed: (columnId) => !NOT_SUMMED.has(columnId) },
    groupIds: DISTRICTS.map((_, index) => `district-${index + 1}`),
    groupRow: (id, members, valueIn) => {
      const name = DISTRICTS[Number(id.replace("district-", "")) - 1]?.[language] ?? id;
      return summedRow({ id, kind: "group", name, note: note(members) }, withChange(valueIn));
    },
    totalRow: (_members, valueIn) =>
      summedRow(
        { id: CITY, kind: "total", name: text("city", { count: all }), note: null },
        withChange(valueIn),
      ),
  });
  const filtered = (members: readonly SheetRow[]): ValueIn =>
    withChange(sumsOf(members, (columnId) => !NOT_SUMMED.has(columnId), store.revision));
  return {
    ...{ id: "roll", name: text("roll"), columns, tree: summed.tree },
    store: { ...store, apply: (batch) => applied(batch, store, summed.forget) },
    regroup: (row, members) => ({ ...row, note: note(members), valueIn: filtered(members) }),
    retotal: (row, members) => ({
      ...{ ...row, valueIn: filtered(members) },
      name: text("shown", { shown: note(members), all }),
    }),
  };
}

/** Sums are made anew of what was edited and of what follows from it. */
function applied(
  batch: EditBatch,
  store: CellStore<OrganisationRecord>,
  forget: (cells: readonly SheetCell[]) => void,
): readonly EditRefusal[] {
  forget(
    batch.edits.flatMap(({ cell: { rowId, columnId } }) =>
      [columnId, ...DERIVED].map((id) => ({ rowId, columnId: id })),
    ),
  );
  return store.apply(batch);
}

/** The change of a sum follows from both sums of money. */
function withChange(valueIn: ValueIn): ValueIn {
  return (columnId) => {
    if (columnId !== "change") return valueIn(columnId);
    const [amount, base] = [valueIn("amount"), valueIn("baseAmount")];
    if (amount === null || base === null || base.numerator === 0n) return null;
    return { numerator: amount.numerator - base.numerator, denominator: base.numerator };
  };
}

function rollStore(
  records: readonly OrganisationRecord[],
  { text, language }: ColumnSource,
): CellStore<OrganisationRecord> {
  return createCellStore(records, {
    scaleOf: (columnId) => ROLL_SCALES[columnId] ?? 1n,
    derive: deriveRoll,
    tooFine: text("tooFine"),
    judge: (record, columnId, value) => {
      if (record.isClosed) return text("lockedClosed");
      if (typeof value === "string") return null;
      if (value < 0n) return text("negative");
      const most = MOST[columnId] ?? MOST_PUPILS;
      return value > most ? text("tooLarge", { most: formatCount(most, language) }) : null;
    },
  });
}

type RowSource = { readonly source: ColumnSource; readonly editable: ReadonlySet<string> };

function memberRow(
  record: OrganisationRecord,
  store: CellStore<OrganisationRecord>,
  { source: { language, text }, editable }: RowSource,
): SheetRow {
  const name = KINDS[record.kind]?.name[language](record.number) ?? record.id;
  const closed: CellMarks = { lock: text("lockedClosed") };
  const marks = (columnId: string): CellMarks | null => {
    if (record.isClosed && editable.has(columnId)) return closed;
    const isOverridden = store.isTouched(record.id) && store.ownIn(record, columnId) !== null;
    const isAssumed = record.isAssumed && columnId === "rate";
    const fault = isFaulty(record, columnId, store) ? { fault: text("fault") } : {};
    const found = {
      ...(isOverridden ? { isOverridden } : {}),
      ...(isAssumed ? { isAssumed } : {}),
    };
    return isOverridden || isAssumed || "fault" in fault ? { ...found, ...fault } : null;
  };
  return {
    ...{ id: record.id, kind: "member", number: null, name, title: name, note: null, level: 2 },
    ...(record.isCrowded ? { warning: text("overCapacity") } : {}),
    valueIn: (columnId) => store.valueIn(record, columnId),
    wordIn: (columnId) => store.wordIn(record, columnId),
    ownIn: (columnId) => store.ownIn(record, columnId),
    marksIn: marks,
  };
}

/** A roll of more than two capacities is a slip of the hand. */
function isFaulty(
  record: OrganisationRecord,
  columnId: string,
  store: CellStore<OrganisationRecord>,
): boolean {
  if (columnId !== "january" && columnId !== "september") return false;
  const [count, capacity] = [store.storedIn(record, columnId), record.cells["capacity"]];
  return typeof count === "bigint" && typeof capacity === "bigint" && count > 2n * capacity;
}
