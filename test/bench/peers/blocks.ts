/**
 * Counts in dense blocks: for each kind of people of an organisation one count a month, or one a
 * count date, and the place of its codes in the table of rates.
 */
import type { FactColumn } from "../../../packages/core/src/index.ts";

/** The blocks of payee `n` stand from `starts[n]` up to, not including, `starts[n + 1]`. */
export type Blocks = {
  readonly starts: Int32Array;
  readonly codes: Int32Array;
  /** As many for each block as its year has periods; nobody in a month that is not paid. */
  readonly counts: Float64Array;
  readonly width: number;
  /** The counts that stand in some block. */
  readonly cells: number;
};

/** The codes behind the period, in the order in which they were met. */
export type CodeTable = Map<string, readonly string[]>;

export const MONTHS = 12;
export const COUNT_DATES = ["january", "september"];

export type BlocksReading = {
  /** The places of the payees in the city. */
  readonly places: Int32Array;
  readonly columnOf: (place: number) => FactColumn | undefined;
  readonly table: CodeTable;
  /** Whether counts of these codes are wanted. */
  readonly isWanted: (codes: readonly string[]) => boolean;
  /** Whether the period is paid at all. */
  readonly isPaid: (place: number, period: number) => boolean;
  readonly width: typeof MONTHS | 2;
};

/** Gathers the counts of the payees; what is not wanted or not paid is left out. */
export function blocksOf(reading: BlocksReading): Blocks {
  const { places, columnOf, width } = reading;
  const readers = new Map<FactColumn, CellReader>();
  const starts = new Int32Array(places.length + 1);
  const filled: FilledBlocks = { codes: [], counts: [], cells: 0 };
  places.forEach((place, payee) => {
    const column = columnOf(place);
    if (column !== undefined) {
      const reader = readers.get(column) ?? openReader(column, reading);
      readers.set(column, reader);
      fillPayee(filled, place, column, reader, reading);
    }
    starts[payee + 1] = filled.codes.length;
  });
  return {
    ...{ starts, width, cells: filled.cells },
    codes: Int32Array.from(filled.codes),
    counts: Float64Array.from(filled.counts),
  };
}

type FilledBlocks = { readonly codes: number[]; readonly counts: number[]; cells: number };

/** Adds the blocks of one organisation. */
function fillPayee(
  filled: FilledBlocks,
  place: number,
  { starts, values }: FactColumn,
  { codeOf, periodOf }: CellReader,
  { isPaid, width }: BlocksReading,
): void {
  const { codes, counts } = filled;
  const first = codes.length;
  const end = starts[place + 1] ?? 0;
  for (let cell = starts[place] ?? 0; cell < end; cell += 1) {
    const [code, period] = [codeOf(cell), periodOf(cell)];
    if (code < 0 || !isPaid(place, period)) continue;
    let block = codes.indexOf(code, first);
    if (block < 0) {
      block = codes.push(code) - 1;
      for (let each = 0; each < width; each += 1) counts.push(0);
    }
    counts[block * width + period] = values[cell] ?? 0;
    filled.cells += 1;
  }
}

type CellReader = {
  /** The place in the table; -1 for codes that are not wanted. */
  readonly codeOf: (cell: number) => number;
  readonly periodOf: (cell: number) => number;
};

/** Every combination of codes is looked up once. */
function openReader({ codes }: FactColumn, { table, isWanted, width }: BlocksReading): CellReader {
  const [periods, ...others] = codes;
  const known = new Map<number, number>();
  const periodTexts = periods?.texts ?? [];
  const periodOf = periodTexts.map((text) =>
    width === MONTHS ? Number(text) - 1 : COUNT_DATES.indexOf(text),
  );
  const findCode = (cell: number): number => {
    const texts = others.map((column) => column.texts[column.places[cell] ?? -1] ?? "");
    if (!isWanted(texts)) return -1;
    const name = texts.join("|");
    if (!table.has(name)) table.set(name, texts);
    return [...table.keys()].indexOf(name);
  };
  return {
    periodOf: (cell) => periodOf[periods?.places[cell] ?? -1] ?? -1,
    codeOf: (cell) => {
      let name = 0;
      for (const column of others) name = name * column.texts.length + (column.places[cell] ?? 0);
      const found = known.get(name) ?? findCode(cell);
      known.set(name, found);
      return found;
    },
  };
}
