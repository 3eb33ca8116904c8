/** A list written by one statement: each column travels as one array. */
import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/** Types in which a value may travel. */
export type ArrayType = "text" | "integer" | "smallint" | "numeric";

/** One column of a list, and what its values become in the table. */
export type ListColumn = {
  readonly name: string;
  readonly type: ArrayType;
  readonly cast: string;
  readonly values: readonly (string | number | null)[];
};

/** The column `name`, one value a row of the list. */
export function listColumn<Row>(
  name: string,
  type: ArrayType,
  rows: readonly Row[],
  cellOf: (row: Row) => string | number | null,
): ListColumn {
  return { name, type, cast: type, values: rows.map(cellOf) };
}

/** Inserts the rows with their place in the list; one row of another table owns all of them. */
export function insertList(
  table: PgTable,
  owner: {
    readonly column: string;
    readonly type: "integer" | "uuid";
    readonly id: number | string;
  },
  columns: readonly ListColumn[],
): SQL {
  const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);
  const names = list(columns.map(({ name }) => sql.identifier(name)).map((name) => sql`${name}`));
  const values = list(
    columns.map(({ name, cast }) => sql`list.${sql.identifier(name)}::${sql.raw(cast)}`),
  );
  const arrays = list(
    columns.map((column) => sql`${sql.param(column.values)}::${sql.raw(column.type)}[]`),
  );
  return sql`insert into ${table} (${sql.identifier(owner.column)}, position, ${names})
    select ${owner.id}::${sql.raw(owner.type)}, list.place - 1, ${values}
    from unnest(${arrays}) with ordinality as list (${names}, place)`;
}
