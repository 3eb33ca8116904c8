/**
 * A sheet of rates as the clipboard meets it: a group with two members and a total; money, a
 * coefficient, a percent, a day, a code and a note that can be entered, and a computed sum.
 */
import { formatMoney } from "../../../packages/ui/src/format/money.ts";
import { divideRounded, plainDigits } from "../../../packages/ui/src/format/scaled.ts";
import { type ExactValue, exactWhole } from "../../../packages/ui/src/grid/exact-value.ts";
import type {
  CellValue,
  FigureColumn,
  SheetColumn,
  SheetInput,
  SheetRow,
  SheetUnit,
  WordColumn,
} from "../../../packages/ui/src/grid/sheet.ts";
import { buildTable, type SheetTable } from "../../../packages/ui/src/grid/sheet-table.ts";
import { sheetColumn, sheetRow } from "./small-sheet.ts";

export const TENGE: SheetUnit = { id: "tenge", name: "тенге", dimension: "money", size: 100n };
export const THOUSAND: SheetUnit = {
  ...{ id: "thousand", name: "тысячи тенге", dimension: "money", size: 100_000n },
};
export const SHARE: SheetUnit = { id: "share", name: "доли", dimension: "share", size: 1n };

/** An input of numbers from zero on. */
export function numberInput(places: number, isPercent = false): SheetInput {
  return { kind: "number", places, isPercent, least: exactWhole(0n), most: null };
}

/** A column of money, shown and copied with two decimals. */
export function moneyColumn(id: string, given: Partial<FigureColumn> = {}): FigureColumn {
  const tiyn = ({ numerator, denominator }: ExactValue): bigint =>
    divideRounded(numerator, denominator);
  return sheetColumn(id, {
    unit: TENGE,
    format: (value) => formatMoney(tiyn(value), "tenge", "ru"),
    copy: (value) => plainDigits(tiyn(value), 2).replace(".", ","),
    ...given,
  });
}

/** A column of quotients with some decimals. */
function ratioColumn(id: string, places: number, input: SheetInput): FigureColumn {
  const write = ({ numerator, denominator }: ExactValue): string =>
    plainDigits(divideRounded(numerator * 10n ** BigInt(places), denominator), places);
  return sheetColumn(id, {
    ...{ kind: "ratio", unit: SHARE, input, format: write },
    copy: (value) => write(value).replace(".", ","),
  });
}

/** A column of words or days; a day is shown as `12.02.2026`. */
function wordColumn(id: string, kind: "text" | "date", mostLetters = 20): WordColumn {
  const { band, width, weight, parts, isPart, absent } = sheetColumn(id);
  const write = (word: string): string =>
    kind === "date" ? word.split("-").reverse().join(".") : word;
  return {
    ...{ id, kind, header: id, title: `whole ${id}`, band, width, weight, parts, isPart, absent },
    ...{ format: write, speak: write, copy: write },
    input: kind === "date" ? { kind } : { kind, mostLetters },
  };
}

export const NORM_COLUMNS = [
  sheetColumn("name", { kind: "name" }),
  moneyColumn("norm", { input: numberInput(2) }),
  ratioColumn("factor", 3, numberInput(3)),
  ratioColumn("share", 4, numberInput(2, true)),
  wordColumn("day", "date"),
  wordColumn("code", "text"),
  moneyColumn("sum"),
] as const satisfies readonly SheetColumn[];

/** What a row holds by column. */
export type Held = Readonly<Record<string, CellValue | null>>;

/** A row of those values; all that can be entered was entered where `own` says so. */
export function normRow(id: string, held: Held, given: Partial<SheetRow> = {}): SheetRow {
  return sheetRow(
    id,
    {},
    {
      valueIn: (column) => {
        const value = held[column] ?? null;
        return typeof value === "string" ? null : value;
      },
      wordIn: (column) => {
        const value = held[column] ?? null;
        return typeof value === "string" ? value : null;
      },
      ownIn: () => null,
      ...given,
    },
  );
}

export const HELD_FIRST: Held = {
  norm: exactWhole(30_500_050n),
  factor: { numerator: 217n, denominator: 200n },
  share: { numerator: 1n, denominator: 8n },
  day: "2026-02-12",
  code: "000391018056",
  sum: exactWhole(30_500_050n),
};
export const HELD_SECOND: Held = {
  norm: exactWhole(1n),
  factor: exactWhole(1n),
  share: null,
  day: null,
  code: 'ОСШ "Нур"\tА',
  sum: exactWhole(1n),
};

/** The table of those rows: a group, its two members and the total. */
export function normTable(
  columns: readonly SheetColumn[] = NORM_COLUMNS,
  members: readonly SheetRow[] = [normRow("n1", HELD_FIRST), normRow("n2", HELD_SECOND)],
): SheetTable {
  const sums = { sum: exactWhole(30_500_051n) };
  return buildTable(
    columns,
    [
      { row: normRow("north", sums, { kind: "group", level: 1 }), isOpen: true },
      ...members.map((row) => ({ row, isOpen: null })),
    ],
    normRow("city", sums, { kind: "total", level: 1 }),
  );
}
