/** The sheet «Нормативы» of the invented city. */
import { formatCount } from "../../../packages/ui/src/format/count.ts";
import type { CellMarks, SheetRow } from "../../../packages/ui/src/grid/sheet.ts";
import { type CellStore, createCellStore } from "./cell-store.ts";
import { MOST_NORM, normColumns } from "./norm-columns.ts";
import { deriveNorm, NORM_SCALE, type NormRecord, STREAMS } from "./norm-records.ts";
import { type PageSheet, summedRow } from "./page-sheet.ts";
import type { ColumnSource } from "./roll-columns.ts";

/** The sheet over a store of its own; norms are not added up. */
export function normSheet(records: readonly NormRecord[], source: ColumnSource): PageSheet {
  const { language, text } = source;
  const store = normStore(records, source);
  const rows = records.map((record) => memberRow(record, store, source));
  const count = (members: readonly SheetRow[]): string => formatCount(members.length, language);
  const nothing = (): null => null;
  const totalName = (members: readonly SheetRow[]): string =>
    text("allParameters", { count: count(members) });
  const groups = STREAMS.map((stream, index) => {
    const members = rows.filter((_, place) => records[place]?.stream === index);
    const row = { id: `stream-${index + 1}`, kind: "group", name: stream[language] } as const;
    return { row: summedRow({ ...row, note: count(members) }, nothing), members };
  });
  const total = { id: "parameters", kind: "total", name: totalName(rows), note: null } as const;
  return {
    ...{ id: "norms", name: text("norms"), columns: normColumns(source), store },
    tree: { groups, total: summedRow(total, nothing) },
    regroup: (row, members) => ({ ...row, note: count(members) }),
    retotal: (row, members) => ({ ...row, name: totalName(members) }),
  };
}

function normStore(
  records: readonly NormRecord[],
  { text, language }: ColumnSource,
): CellStore<NormRecord> {
  return createCellStore(records, {
    scaleOf: () => NORM_SCALE,
    derive: deriveNorm,
    tooFine: text("tooFine"),
    judge: (_record, _columnId, value) => {
      if (typeof value === "string") return null;
      if (value < 0n) return text("negative");
      const isTooLarge = value > MOST_NORM * NORM_SCALE;
      return isTooLarge ? text("tooLarge", { most: formatCount(MOST_NORM, language) }) : null;
    },
  });
}

function memberRow(
  record: NormRecord,
  store: CellStore<NormRecord>,
  { language, text }: ColumnSource,
): SheetRow {
  const computed: CellMarks = { lock: text("lockedBase") };
  return {
    ...{ id: record.id, kind: "member", number: null, name: record.name[language] },
    ...{ title: record.name[language], note: null, level: 2 },
    valueIn: (columnId) => store.valueIn(record, columnId),
    wordIn: (columnId) => store.wordIn(record, columnId),
    ownIn: (columnId) => store.ownIn(record, columnId),
    marksIn: (columnId) => {
      if (columnId === "own" && record.isComputed) return computed;
      const isOverridden = store.ownIn(record, columnId) !== null;
      const isAssumed = record.isAssumed && columnId === "own";
      if (!isOverridden && !isAssumed) return null;
      return { ...(isOverridden ? { isOverridden } : {}), ...(isAssumed ? { isAssumed } : {}) };
    },
  };
}
