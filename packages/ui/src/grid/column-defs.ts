/** The grid library's columns from those of a sheet. Cells get text; figures stay ours. */
import type { CellClassParams, ColDef, ColGroupDef, ValueGetterParams } from "ag-grid-community";

import { HeaderCell } from "./header-cell.tsx";
import { NameCell } from "./name-cell.tsx";
import { NAME_COLUMN, type SheetCell, type SheetColumn, type VisibleRow } from "./sheet.ts";

/** The id of the column of row numbers, which is no place a person can stand in. */
export const NUMBER_COLUMN = "number";

const NUMBER_WIDTH = 34;
const NO_NUMBER = "Σ";
/** What a cell without a figure says; it is not zero. */
const ABSENT = "—";

type Definition = ColDef<VisibleRow>;
type BandDefinition = ColGroupDef<VisibleRow>;

/** What column definitions ask while cells are drawn, and the header of row numbers. */
export type ColumnContext = {
  readonly numberHeader: string;
  readonly activeCell: () => SheetCell;
};

/** Columns of one band that stand together become one group with the band's name above it. */
export function buildColumnDefs(
  columns: readonly SheetColumn[],
  context: ColumnContext,
): (Definition | BandDefinition)[] {
  return [
    numberColumn(context),
    ...bandsOf(columns).flatMap(({ header, members }): (Definition | BandDefinition)[] => {
      const children = members.map((column) => defineColumn(column, context));
      const groupId = `band:${members[0]?.id}`;
      return header === null
        ? children
        : [{ groupId, headerName: header, headerClass: "sheet-band", children }];
    }),
  ];
}

type Band = { readonly header: string | null; readonly members: readonly SheetColumn[] };

function bandsOf(columns: readonly SheetColumn[]): readonly Band[] {
  const bands: { header: string | null; members: SheetColumn[] }[] = [];
  for (const column of columns) {
    const last = bands.at(-1);
    if (last?.header === column.band) last.members.push(column);
    else bands.push({ header: column.band, members: [column] });
  }
  return bands;
}

/** What a cell of a column shows; of a name also what is drawn with it, so that it is redrawn. */
export function cellText({ row, isOpen }: VisibleRow, column: SheetColumn): string {
  if (column.kind === "name") return [row.name, row.note ?? "", isOpen ?? ""].join("\n");
  const value = row.valueIn(column.id);
  return value === null ? ABSENT : column.format(value);
}

function numberColumn({ numberHeader, activeCell }: ColumnContext): Definition {
  return {
    colId: NUMBER_COLUMN,
    headerName: numberHeader,
    headerClass: "sheet-number-header",
    headerComponentParams: { innerHeaderComponent: HeaderCell },
    pinned: "left",
    lockPinned: true,
    lockPosition: "left",
    width: NUMBER_WIDTH,
    resizable: false,
    sortable: false,
    suppressNavigable: true,
    suppressSpanHeaderHeight: true,
    cellClass: "sheet-number",
    cellClassRules: {
      "sheet-active-row": ({ data }: CellClassParams<VisibleRow>) =>
        data?.row.id === activeCell().rowId,
    },
    valueGetter: ({ data }: ValueGetterParams<VisibleRow>) =>
      data?.row.number?.toString() ?? NO_NUMBER,
  };
}

function defineColumn(column: SheetColumn, { activeCell }: ColumnContext): Definition {
  const isName = column.id === NAME_COLUMN;
  return {
    colId: column.id,
    headerName: column.header,
    headerClass: `sheet-header sheet-${column.kind}${column.isPart ? " sheet-part" : ""}`,
    headerComponentParams: {
      innerHeaderComponent: HeaderCell,
      innerHeaderComponentParams: { sheetColumn: column },
    },
    width: column.width,
    minWidth: 56,
    sortable: true,
    sortingOrder: isName ? ["asc", "desc", null] : ["desc", "asc", null],
    comparator: keepOrder,
    suppressSpanHeaderHeight: true,
    cellClass: [
      `sheet-${column.kind}`,
      `sheet-${column.weight}`,
      ...(column.isPart ? ["sheet-part"] : []),
    ],
    cellClassRules: {
      "sheet-active": ({ data }: CellClassParams<VisibleRow>) =>
        data?.row.id === activeCell().rowId && column.id === activeCell().columnId,
      "sheet-absent": ({ value }: CellClassParams<VisibleRow>) => value === ABSENT,
      "sheet-negative": ({ data }: CellClassParams<VisibleRow>) =>
        (data?.row.valueIn(column.id)?.numerator ?? 0n) < 0n,
    },
    valueGetter: ({ data }: ValueGetterParams<VisibleRow>) =>
      data === undefined || data === null ? "" : cellText(data, column),
    ...(isName
      ? {
          pinned: "left",
          lockPinned: true,
          cellRenderer: NameCell,
          cellAriaRole: "rowheader",
        }
      : {}),
  };
}

/** Rows arrive in their order; the library only shows by which column. */
function keepOrder(): number {
  return 0;
}
