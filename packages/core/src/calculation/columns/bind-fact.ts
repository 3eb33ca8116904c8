/** Facts by the row: the cell that each row reads, and its value. */
import { present } from "../../kernel/index.ts";
import type { Fact, NameNode } from "../../methodology/index.ts";
import { ZERO } from "../../money/index.ts";
import { factIndex } from "../../register/index.ts";
import { bindText, codesOfBinding } from "./bind-text.ts";
import type { Binder } from "./binder.ts";
import type { FactCellColumns } from "./bound-register.ts";
import { shorten } from "./counted.ts";
import { type Domain, keyOf, ORGANISATION_KEY } from "./domain.ts";
import { createFigure, FACT_PREFIX, type NumberFigure } from "./figure.ts";
import { NotInColumns } from "./not-in-columns.ts";
import { boundOf, fromRatios, whole } from "./numbers.ts";
import type { FactColumn } from "./register-columns.ts";
import type { Binding, Scope } from "./scope.ts";

/** The name under which figures stand on a fact. */
export function factSource(fact: string): string {
  return `${FACT_PREFIX}${fact}`;
}

export type FactRows = {
  readonly fact: Fact;
  readonly source: string;
  /** The cell of each row: `NO_CELL` where the organisation has none, `NO_KEY` without a code. */
  readonly cells: Int32Array;
};

export const NO_CELL = -1;
/** The row lacks the attribute that would name the cell. */
export const NO_KEY = -2;

/** The cell that each row reads. */
export function factRows(node: NameNode, scope: Scope, domain: Domain, binder: Binder): FactRows {
  const { law, register } = binder;
  const fact = present(law.plan.methodology.facts.get(node.name), node.name);
  const source = factSource(fact.id);
  const cells = new Int32Array(domain.size).fill(NO_CELL);
  const columns = register.factCells(fact);
  // What a part rests on is told when a formula first asks for it: one organisation at a time.
  if (fact.inherited !== undefined) throw new NotInColumns(fact.id);
  const dimensions = factIndex(fact);
  const wanted = node.index.map((item, place) => {
    const dimension = present(dimensions[place], "a place of the index");
    return numbersOfCodes(bindText(item, scope, binder), dimension, domain, binder);
  });
  for (const codes of wanted) {
    for (let row = 0; row < cells.length; row += 1) if (codes[row] === -1) cells[row] = NO_KEY;
  }
  if (columns === undefined) return { fact, source, cells };
  const { codes: organisations } = keyOf(domain, ORGANISATION_KEY, register.derive);
  for (let row = 0; row < cells.length; row += 1) {
    if (cells[row] === NO_KEY) continue;
    cells[row] = findCell(columns, organisations[row] as number, wanted, row);
  }
  return { fact, source, cells };
}

function findCell(
  { column, codes }: FactCellColumns,
  organisation: number,
  wanted: readonly Int32Array[],
  row: number,
): number {
  const end = column.starts[organisation + 1] as number;
  for (let cell = column.starts[organisation] as number; cell < end; cell += 1) {
    let place = 0;
    while (place < wanted.length && codes[place]?.[cell] === wanted[place]?.[row]) place += 1;
    if (place === wanted.length) return cell;
  }
  return NO_CELL;
}

/** What a binding's codes are in the numbering of a dimension; -1 where there is no text. */
export function numbersOfCodes(
  binding: Binding,
  dimension: string,
  domain: Domain,
  binder: Binder,
): Int32Array {
  const codes = codesOfBinding(binding, domain, binder);
  const { numberOf } = binder.register.numbering(dimension);
  const numbers = new Map<number, number>();
  const numbered = (code: number): number => {
    const text = binding.textOf(code);
    return text === undefined ? -1 : numberOf(text);
  };
  return codes.map((code) => {
    const known = numbers.get(code) ?? numbered(code);
    numbers.set(code, known);
    return known;
  });
}

/** The values of a fact: zero where an organisation has no such cell. */
export function bindFact(
  node: NameNode,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): NumberFigure {
  const { fact, source, cells } = factRows(node, scope, domain, binder);
  const isThere = Uint8Array.from(cells, (cell) => (cell < 0 ? 0 : 1));
  const read = shorten(isThere);
  const counted = () => read;
  const compute = () => {
    const column = binder.register.factCells(fact)?.column;
    return { numbers: column === undefined ? noNumbers(cells) : valuesOf(column, cells), counted };
  };
  return createFigure(domain, { sources: new Set([source]), reaches: [], compute }, binder.figures);
}

function noNumbers(cells: Int32Array) {
  return whole(
    Float64Array.from(cells, (cell) => (cell === NO_KEY ? Number.NaN : 0)),
    1,
    0,
  );
}

function valuesOf({ values, denominator, ratios }: FactColumn, cells: Int32Array) {
  if (ratios !== undefined) {
    const ratioOfCell = (cell: number) => (cell === NO_CELL ? ZERO : ratios[cell]);
    return fromRatios(Array.from(cells, ratioOfCell));
  }
  const found = new Float64Array(cells.length);
  for (let row = 0; row < cells.length; row += 1) {
    const cell = cells[row] as number;
    if (cell >= 0) found[row] = values[cell] as number;
    else if (cell === NO_KEY) found[row] = Number.NaN;
  }
  return whole(found, denominator, boundOf(found));
}
