/** A table of things that are read row by row; on a phone each row is a card. */
import type { ReactElement, ReactNode } from "react";

import "./data-table.css";

/** A column: its name, what stands in it, and how it stands. */
export type DataColumn<Row> = {
  readonly id: string;
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the right; actions have no name on view. */
  readonly look?: "figure" | "actions";
  /** It names the row, for those who hear the table. */
  readonly isRowHeader?: boolean;
};

/** The rows, and by what each is known. */
export type DataTableProps<Row> = {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
};

/** Rows in the order in which they come. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
}: DataTableProps<Row>): ReactElement {
  return (
    <table className="data-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ id, name, look }) => (
            <th key={id} scope="col" className={classOf(look)}>
              {look === "actions" ? <span className="visually-hidden">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <DataCell key={column.id} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DataCell<Row>({
  column,
  row,
}: {
  readonly column: DataColumn<Row>;
  readonly row: Row;
}): ReactElement {
  const { name, cell, look, isRowHeader = false } = column;
  const content = cell(row);
  if (isRowHeader) {
    return (
      <th scope="row" className={classOf(look)}>
        {content}
      </th>
    );
  }
  return (
    <td className={classOf(look)} data-name={look === "actions" ? undefined : name}>
      {content}
    </td>
  );
}

function classOf(look: "figure" | "actions" | undefined): string {
  return look === undefined ? "data-cell" : `data-cell data-${look}`;
}
