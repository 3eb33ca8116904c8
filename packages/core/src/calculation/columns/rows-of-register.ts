/** A register of columns as rows: what one organisation is and has reported. */
import { present } from "../../kernel/index.ts";
import { ratioOf } from "../../money/index.ts";
import type { Organisation, RowSource } from "../../register/index.ts";
import { type FactCell, type FactCells, type FactTable, NO_CELLS } from "../fact-table.ts";
import type { CalculationPlan } from "../plan.ts";
import { lifeOf } from "./bound-register.ts";
import type { FactColumn, RegisterColumns, RegisterRows } from "./register-columns.ts";

/** The rows the columns were made of, or rows made of the columns. */
export function rowsOfRegister(plan: CalculationPlan, register: RegisterColumns): RegisterRows {
  return (
    register.rows ?? {
      organisations: register.organisations.ids.map((_, row) => organisationAt(register, row)),
      reported: tableOfColumns(plan, register),
    }
  );
}

const NOWHERE: RowSource = { file: "", row: 0 };

/** The organisation in a row, as far as columns know it. */
export function organisationAt({ organisations }: RegisterColumns, row: number): Organisation {
  const attributes = new Map<string, string>();
  for (const [name, { texts, places }] of organisations.attributes) {
    const text = texts[places[row] ?? -1];
    if (text !== undefined) attributes.set(name, text);
  }
  const id = present(organisations.ids[row], "an organisation");
  return {
    ...{ id, nameRu: "", nameKk: "", successorIds: [], attributes, source: NOWHERE },
    ...lifeOf(organisations, row),
  };
}

/** What organisations reported, as columns have it. */
export function tableOfColumns(
  plan: CalculationPlan,
  { organisations, facts }: RegisterColumns,
): FactTable {
  const rows = new Map(organisations.ids.map((id, row) => [id, row]));
  return {
    cellsOf: (organisationId, fact) => {
      const [column, row] = [facts.get(fact), rows.get(organisationId)];
      return column === undefined || row === undefined ? NO_CELLS : cellsAt(column, row);
    },
    periodsOf: (id) => {
      const column = facts.get(id);
      const fact = plan.methodology.facts.get(id);
      if (column === undefined || fact === undefined) return new Set();
      return periodsOfColumn(column, fact.period === undefined);
    },
  };
}

/** The periods of which there is a cell; empty text for a fact of the whole year. */
export function periodsOfColumn({ codes }: FactColumn, isWholeYear: boolean): ReadonlySet<string> {
  const [periods] = codes;
  if (isWholeYear || periods === undefined) return new Set([""]);
  return new Set([...new Set(periods.places)].flatMap((place) => periods.texts[place] ?? []));
}

/** The cells of the organisation in a row, by their codes. */
export function cellsAt(column: FactColumn, row: number): FactCells {
  const cells = new Map<string, FactCell>();
  const end = column.starts[row + 1] ?? 0;
  for (let cell = column.starts[row] ?? 0; cell < end; cell += 1) {
    const codes = column.codes.map(({ texts, places }) =>
      present(texts[places[cell] ?? -1], "a cell has every code"),
    );
    const value =
      column.ratios?.[cell] ??
      ratioOf(BigInt(present(column.values[cell], "a value")), BigInt(column.denominator));
    cells.set(codes.join("|"), { codes, value, source: NOWHERE });
  }
  return cells;
}
