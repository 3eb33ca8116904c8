/** The grid library's columns from those of a sheet. Cells get text; figures stay ours. */
import type { CellClassParams, ColDef, ColGroupDef, ValueGetterParams } from "ag-grid-community";
import { NAME_COLUMN, type SheetColumn, type SheetRow, type VisibleRow } from "../sheet.ts";
import { formatContent, isWordColumn } from "./cell-content.ts";
import { HeaderCell } from "./header-cell.tsx";
import { NameCell } from "./name-cell.tsx";
import { directionsOf } from "./sort-order.ts";

/** The id of the column of row numbers, which is no place a person can stand in. */
export const NUMBER_COLUMN = "number";

const NUMBER_WIDTH = 34;
const NO_NUMBER = "Σ";
/** What a cell without a figure says; it is not zero. Words that are not there say nothing. */
const ABSENT = "—";

type Definition = ColDef<VisibleRow>;
type BandDefinition = ColGroupDef<VisibleRow>;

/** What column definitions ask for as cells and headers are drawn. */
export type ColumnContext = {
  readonly numberHeader: string;
  readonly cellClasses: (row: SheetRow, column: SheetColumn) => readonly string[];
  readonly numberClasses: (rowId: string) => readonly string[];
  readonly headerClasses: (columnId: string) => readonly string[];
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

/** A pinned column stands apart from the others of its band, which scroll. */
function bandsOf(columns: readonly SheetColumn[]): readonly Band[] {
  const bands: { header: string | null; members: SheetColumn[] }[] = [];
  for (const column of columns) {
    const last = bands.at(-1);
    const isOfLast = last?.header === column.band && last.members[0]?.isPinned === column.isPinned;
    if (isOfLast) last.members.push(column);
    else bands.push({ header: column.band, members: [column] });
  }
  return bands;
}

/** What a cell of a column shows; of a name also what is drawn with it, so that it is redrawn. */
export function cellText({ row, isOpen }: VisibleRow, column: SheetColumn): string {
  if (column.kind === "name") {
    return [row.name, row.note ?? "", isOpen ?? "", row.warning ?? ""].join("\n");
  }
  return formatContent(row, column) ?? (isWordColumn(column) ? "" : ABSENT);
}

function numberColumn({ numberHeader, numberClasses }: ColumnContext): Definition {
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
    cellClass: ({ data }: CellClassParams<VisibleRow>) =>
      data === undefined || data === null
        ? "sheet-number"
        : ["sheet-number", ...numberClasses(data.row.id)],
    valueGetter: ({ data }: ValueGetterParams<VisibleRow>) =>
      data?.row.number?.toString() ?? NO_NUMBER,
  };
}

function defineColumn(column: SheetColumn, context: ColumnContext): Definition {
  const isName = column.id === NAME_COLUMN;
  const fixed = [
    `sheet-${column.kind}`,
    `sheet-${column.weight}`,
    ...(column.isPart ? ["sheet-part"] : []),
  ];
  const fixedOfHeader = [
    "sheet-header",
    `sheet-${column.kind}`,
    ...(column.isPart ? ["sheet-part"] : []),
  ];
  return {
    colId: column.id,
    headerName: column.header,
    headerClass: () => [...fixedOfHeader, ...context.headerClasses(column.id)],
    headerComponentParams: {
      innerHeaderComponent: HeaderCell,
      innerHeaderComponentParams: { sheetColumn: column },
    },
    width: column.width,
    minWidth: 56,
    sortable: true,
    sortingOrder: [...directionsOf(column.id)],
    comparator: keepOrder,
    suppressSpanHeaderHeight: true,
    cellClass: ({ data }: CellClassParams<VisibleRow>) =>
      data === undefined || data === null
        ? fixed
        : [...fixed, ...context.cellClasses(data.row, column)],
    valueGetter: ({ data }: ValueGetterParams<VisibleRow>) =>
      data === undefined || data === null ? "" : cellText(data, column),
    ...(isName || column.isPinned ? { pinned: "left" } : {}),
    ...(isName
      ? {
          lockPinned: true,
          lockPosition: "left",
          suppressMovable: true,
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
