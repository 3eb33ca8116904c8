/** Counts that are changed: other columns of facts, those that do not change shared. */
import { present } from "../../kernel/index.ts";
import type { Fact } from "../../methodology/index.ts";
import {
  compareRatios,
  findDecimal,
  type Ratio,
  ratioOf,
  ratioOfDecimal,
} from "../../money/index.ts";
import { factIndex } from "../../register/index.ts";
import type { FactCells, FactTable } from "../fact-table.ts";
import type { CalculationPlan } from "../plan.ts";
import { fromRatios, WHOLE_LIMIT } from "./numbers.ts";
import type { FactColumn, RegisterColumns, TextColumn } from "./register-columns.ts";
import { tableOfColumns } from "./rows-of-register.ts";

/** One cell of a fact: a new value as plain digits, or no cell at all. */
export type FactChange = {
  readonly organisationId: string;
  readonly fact: string;
  /** The codes of the fact's index, the period first. */
  readonly codes: readonly string[];
  readonly value: string | undefined;
};

/** The register with these cells; names that it does not have are a bug of the caller. */
export function changeFacts(
  plan: CalculationPlan,
  register: RegisterColumns,
  changes: readonly FactChange[],
): RegisterColumns {
  const rows = new Map(register.organisations.ids.map((id, row) => [id, row]));
  const facts = new Map(register.facts);
  /** Columns of our own, whose values may be written. */
  const copied = new Set<FactColumn>();
  for (const { organisationId, fact: id, codes, value } of changes) {
    const fact = present(plan.methodology.facts.get(id), `fact ${id}`);
    const row = present(rows.get(organisationId), `organisation ${organisationId}`);
    const digits =
      value === undefined ? undefined : present(findDecimal(value), `${value} is a decimal`);
    const column = facts.get(id) ?? emptyColumn(fact, rows.size);
    const cell = { row, codes, value: digits && ratioOfDecimal(digits) };
    const changed = setWhole(column, cell, copied) ?? changeCell(column, cell);
    if (changed.starts.at(-1) === 0) facts.delete(id);
    else facts.set(id, changed);
  }
  if (register.rows === undefined) return { ...register, facts };
  const { changed, reported: asRead } = register.rows;
  const before = changed?.before ?? asRead;
  const touched = new Set([
    ...(changed?.cells ?? []),
    ...changes.map(({ organisationId, fact }) => `${organisationId}|${fact}`),
  ]);
  const now = tableOfColumns(plan, { ...register, facts });
  const reported: FactTable = {
    cellsOf: (organisationId, fact) => {
      const read = before.cellsOf(organisationId, fact);
      if (!touched.has(`${organisationId}|${fact}`)) return read;
      return withSources(now.cellsOf(organisationId, fact), read);
    },
    periodsOf: now.periodsOf,
  };
  return {
    ...register,
    facts,
    rows: { ...register.rows, reported, changed: { before, cells: touched } },
  };
}

/** A cell with another value is no more what a row of the register said. */
function withSources(cells: FactCells, read: FactCells): FactCells {
  return new Map(
    [...cells].map(([name, cell]) => {
      const row = read.get(name);
      const isAsRead = row !== undefined && compareRatios(row.value, cell.value) === 0;
      return [name, isAsRead ? row : cell];
    }),
  );
}

function emptyColumn(fact: Fact, size: number): FactColumn {
  return {
    starts: new Int32Array(size + 1),
    codes: factIndex(fact).map((): TextColumn => ({ texts: [], places: new Int32Array(0) })),
    values: new Float64Array(0),
    denominator: 1,
  };
}

type ChangedCell = {
  readonly row: number;
  readonly codes: readonly string[];
  readonly value: Ratio | undefined;
};

/** The column with another whole number in a cell that it has; it is copied for the first one. */
function setWhole(
  column: FactColumn,
  { row, codes, value }: ChangedCell,
  copied: Set<FactColumn>,
): FactColumn | undefined {
  const cell = findCell(column, row, codes);
  const whole = value && wholeOf(value, column);
  if (cell === undefined || whole === undefined) return undefined;
  const own = copied.has(column) ? column : { ...column, values: column.values.slice() };
  copied.add(own);
  own.values[cell] = whole;
  return own;
}

function changeCell(column: FactColumn, { row, codes, value }: ChangedCell): FactColumn {
  const cell = findCell(column, row, codes);
  if (cell === undefined)
    return value === undefined ? column : insertCell(column, row, codes, value);
  if (value === undefined) return removeCell(column, row, cell);
  return revalue(column, ratiosOf(column).with(cell, value));
}

function findCell(
  { starts, codes: columns }: FactColumn,
  row: number,
  codes: readonly string[],
): number | undefined {
  const end = starts[row + 1] ?? 0;
  for (let cell = starts[row] ?? 0; cell < end; cell += 1) {
    const isFound = columns.every(
      ({ texts, places }, place) => texts[places[cell] ?? -1] === codes[place],
    );
    if (isFound) return cell;
  }
  return undefined;
}

/** The value over the denominator of the column, where that is whole and small enough. */
function wholeOf(value: Ratio, { denominator, ratios }: FactColumn): number | undefined {
  const scaled = value.numerator * BigInt(denominator);
  if (ratios !== undefined || scaled % value.denominator !== 0n) return undefined;
  const whole = Number(scaled / value.denominator);
  return whole <= WHOLE_LIMIT && whole >= -WHOLE_LIMIT ? whole : undefined;
}

function ratiosOf({ values, denominator, ratios }: FactColumn): readonly Ratio[] {
  return ratios ?? Array.from(values, (value) => ratioOf(BigInt(value), BigInt(denominator)));
}

/** The same cells with these values. */
function revalue({ starts, codes }: FactColumn, values: readonly Ratio[]): FactColumn {
  const numbers = fromRatios(values);
  if (numbers.kind === "whole") {
    return { starts, codes, values: numbers.values, denominator: numbers.denominator };
  }
  return { starts, codes, values: new Float64Array(0), denominator: 1, ratios: values };
}

function insertCell(
  column: FactColumn,
  row: number,
  codes: readonly string[],
  value: Ratio,
): FactColumn {
  const cell = column.starts[row + 1] ?? 0;
  const starts = column.starts.map((start, place) => (place > row ? start + 1 : start));
  const inserted = column.codes.map(({ texts, places }, place) => {
    const code = present(codes[place], "a cell has every code");
    const known = texts.indexOf(code);
    const at = known < 0 ? texts.length : known;
    const longer = new Int32Array(places.length + 1);
    longer.set(places.subarray(0, cell));
    longer[cell] = at;
    longer.set(places.subarray(cell), cell + 1);
    return { texts: known < 0 ? [...texts, code] : texts, places: longer };
  });
  return revalue(
    { ...column, starts, codes: inserted },
    ratiosOf(column).toSpliced(cell, 0, value),
  );
}

function removeCell(column: FactColumn, row: number, cell: number): FactColumn {
  const starts = column.starts.map((start, place) => (place > row ? start - 1 : start));
  const codes = column.codes.map(({ texts, places }) => {
    const shorter = new Int32Array(places.length - 1);
    shorter.set(places.subarray(0, cell));
    shorter.set(places.subarray(cell + 1), cell);
    return { texts, places: shorter };
  });
  return revalue({ ...column, starts, codes }, ratiosOf(column).toSpliced(cell, 1));
}
