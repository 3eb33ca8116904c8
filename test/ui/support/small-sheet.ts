/** A sheet of two groups with three members, as the grid takes it. */
import { exactWhole } from "../../../packages/ui/src/grid/exact-value.ts";
import type {
  FigureColumn,
  SheetRow,
  SheetTree,
  VisibleRow,
} from "../../../packages/ui/src/grid/sheet.ts";
import type { SheetGridProps } from "../../../packages/ui/src/grid/sheet-props.ts";

/** A row whose amounts are whole tiyn by column. */
export function sheetRow(
  id: string,
  amounts: Readonly<Record<string, bigint>>,
  given: Partial<SheetRow> = {},
): SheetRow {
  return {
    ...{ id, kind: "member", number: null, name: id, title: id, note: null, level: 2 },
    valueIn: (column) => {
      const amount = amounts[column];
      return amount === undefined ? null : exactWhole(amount);
    },
    ...given,
  };
}

/** A column that writes the plain number. */
export function sheetColumn(id: string, given: Partial<FigureColumn> = {}): FigureColumn {
  return {
    ...{ id, header: id, title: `whole ${id}`, band: null, kind: "money", width: 100 },
    ...{ weight: "normal", parts: null, isPart: false, absent: "none" },
    format: ({ numerator }) => `${numerator}`,
    speak: ({ numerator }) => `${numerator} tiyn`,
    copy: ({ numerator }) => `${numerator},00`,
    ...given,
  };
}

/** North has two members, south one, and nobody knows what the second of the north gets. */
export const TREE: SheetTree = {
  groups: [
    {
      row: sheetRow("north", { total: 5n }, { kind: "group", level: 1, note: "2" }),
      members: [sheetRow("n1", { total: 5n }), sheetRow("n2", {})],
    },
    {
      row: sheetRow("south", { total: 9n }, { kind: "group", level: 1, note: "1" }),
      members: [sheetRow("s1", { total: 9n })],
    },
  ],
  total: sheetRow("city", { total: 14n }, { kind: "total", level: 1, name: "City" }),
};

/** The columns of names and totals. */
export const SHEET_COLUMNS: readonly FigureColumn[] = [
  sheetColumn("name", { kind: "name" }),
  sheetColumn("total", { band: "Money" }),
];

/** What a sheet of that tree is given; wishes go nowhere until a test takes them. */
export function sheetProps(
  rows: readonly VisibleRow[],
  given: Partial<SheetGridProps> = {},
): SheetGridProps {
  const nothing = () => undefined;
  return {
    ...{ label: "Sheet", columns: SHEET_COLUMNS, rows, total: TREE.total, fullRowCount: 5 },
    ...{ active: { rowId: "city", columnId: "total" }, arrangement: "", sort: null },
    isTouch: false,
    ...{ onActivate: nothing, onFold: nothing, onFoldAll: nothing, onSort: nothing },
    ...{ onPartsToggle: nothing, onResize: nothing },
    ...given,
  };
}
