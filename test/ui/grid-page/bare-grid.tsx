/**
 * The grid library alone over the same city: the same records, columns and texts of cells, its
 * settings as they come. The layer is measured beside it.
 */
import {
  AllCommunityModule,
  type ColDef,
  type ValueFormatterParams,
  type ValueGetterParams,
} from "ag-grid-community";
import { AgGridProvider, AgGridReact } from "ag-grid-react";
import { type JSX, useMemo } from "react";

import { isWordColumn } from "../../../packages/ui/src/grid/cells/cell-content.ts";
import { NAME_COLUMN, type SheetColumn } from "../../../packages/ui/src/grid/sheet.ts";
import { SHEET_THEME } from "../../../packages/ui/src/grid/sheet-theme.ts";
import type { Stored } from "./cell-store.ts";
import { generateCity, type OrganisationRecord, ROLL_SCALES } from "./city-records.ts";
import type { PageOptions } from "./page-options.ts";
import { DISTRICTS, KINDS, pageText } from "./page-texts.ts";
import { rollColumns } from "./roll-columns.ts";

type Definition = ColDef<BareRow, Stored>;
type BareRow = OrganisationRecord | { readonly id: string; readonly name: string };

const ROW_HEIGHT = 24;

/** Groups are plain rows with a name; nothing is summed, marked or selected. */
export function BareGrid({ options }: { readonly options: PageOptions }): JSX.Element {
  const { language, rows, columns } = options;
  const records = useMemo(() => withGroups(generateCity(rows), language), [rows, language]);
  const definitions = useMemo(
    () =>
      rollColumns({ language, text: pageText(language) }, columns).map((column) =>
        defineColumn(column, language),
      ),
    [language, columns],
  );
  return (
    <main className="grid-page-bare">
      <AgGridProvider modules={[AllCommunityModule]}>
        <AgGridReact<BareRow>
          theme={SHEET_THEME}
          columnDefs={definitions}
          rowData={records}
          getRowId={({ data }) => data.id}
          rowHeight={ROW_HEIGHT}
        />
      </AgGridProvider>
    </main>
  );
}

function withGroups(
  records: readonly OrganisationRecord[],
  language: PageOptions["language"],
): BareRow[] {
  return DISTRICTS.flatMap((district, index): readonly BareRow[] => [
    { id: `district-${index + 1}`, name: district[language] },
    ...records.filter((record) => record.district === index),
  ]);
}

function defineColumn(column: SheetColumn, language: PageOptions["language"]): Definition {
  const colId = column.id;
  const shared: Definition = { colId, headerName: column.header, width: column.width };
  if (colId === NAME_COLUMN) {
    return {
      ...shared,
      pinned: "left",
      valueGetter: ({ data }: ValueGetterParams<BareRow, Stored>) => nameOf(data, language),
    };
  }
  return {
    ...shared,
    valueGetter: ({ data }: ValueGetterParams<BareRow, Stored>) =>
      data === undefined || data === null || !("cells" in data) ? null : data.cells[colId],
    valueFormatter: ({ value }: ValueFormatterParams<BareRow, Stored>) => written(value, column),
  };
}

function nameOf(row: BareRow | null | undefined, language: PageOptions["language"]): string {
  if (row === null || row === undefined) return "";
  if ("name" in row) return row.name;
  return KINDS[row.kind]?.name[language](row.number) ?? row.id;
}

function written(value: Stored | null | undefined, column: SheetColumn): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "string") return isWordColumn(column) ? column.format(value) : "";
  if (isWordColumn(column)) return "";
  return column.format({ numerator: value, denominator: ROLL_SCALES[column.id] ?? 1n });
}
