/**
 * What an organisation, a group or the whole city gets, exactly: tiyn by tier and by line, and the
 * people counted. Sums are made once from the run's columns and must give the run's total.
 */
import type { RunColumns } from "@zhanbasy/api/contract";
import { InvariantViolation } from "@zhanbasy/core";

import { addExact, type ExactValue, exactWhole, parseExact } from "../../grid/exact-value.ts";
import type { FigureColumnId } from "../workbook/workbook-context.ts";

/**
 * Amounts in tiyn by column: `total`, `tier:…` and `line:…`; a column without money is absent. Of
 * people, the average over the year of all lines that count them, or null where none does: a
 * supplement for a child whom another line pays counts nobody.
 */
export type Figures = {
  readonly amounts: ReadonlyMap<string, bigint>;
  readonly headcount: ExactValue | null;
};

/** Organisations by their position in the columns, and the lines that belong to the whole city. */
export type CityFigures = {
  readonly organisations: readonly Figures[];
  readonly citywide: readonly CitywideLine[];
  readonly city: Figures;
};

/** A line that no organisation has. */
export type CitywideLine = {
  readonly line: string;
  readonly budgetCode: string;
  readonly figures: Figures;
};

type Sums = { readonly amounts: Map<string, bigint>; headcount: ExactValue | null };

/** All sums of a run. Throws an InvariantViolation where they do not give its total. */
export function cityFigures(columns: RunColumns, totalTiyn: bigint): CityFigures {
  const organisations = columns.organisations.ids.map(emptySums);
  const citywide: CitywideLine[] = [];
  for (const column of columns.lines) {
    for (const [index, position] of column.rows.entries()) {
      const sums = organisations[position];
      const amount = column.amountsTiyn[index];
      if (sums === undefined || amount === undefined) {
        throw new InvariantViolation("a line's rows are organisations, each with an amount");
      }
      addLine(sums, column, BigInt(amount), column.headcounts[index] ?? null);
    }
    if (column.citywideTiyn !== null) {
      const sums = emptySums();
      addLine(sums, column, BigInt(column.citywideTiyn), null);
      citywide.push({ line: column.line, budgetCode: column.budgetCode, figures: sums });
    }
  }
  const city = sumFigures([...organisations, ...citywide.map(({ figures }) => figures)]);
  if ((city.amounts.get("total") ?? 0n) !== totalTiyn) {
    throw new InvariantViolation("the lines on view add up to the total of the run");
  }
  return { organisations, citywide, city };
}

/** What all of them get together. */
export function sumFigures(all: Iterable<Figures>): Figures {
  const sums = emptySums();
  for (const { amounts, headcount } of all) {
    for (const [column, amount] of amounts) addAmount(sums, column, amount);
    if (headcount !== null) addHeadcount(sums, headcount);
  }
  return sums;
}

/**
 * The exact figure of a column; null where there is none. Money is in tiyn. Per head is the row's
 * whole total over the row's children, so that it is the quotient of two figures beside it.
 */
export function figureOf({ amounts, headcount }: Figures, column: string): ExactValue | null {
  if (column === ("headcount" satisfies FigureColumnId)) return headcount;
  if (column === ("perHead" satisfies FigureColumnId)) {
    const total = amounts.get("total");
    if (total === undefined || headcount === null || headcount.numerator === 0n) return null;
    return { numerator: total * headcount.denominator, denominator: headcount.numerator };
  }
  const amount = amounts.get(column);
  return amount === undefined ? null : exactWhole(amount);
}

function emptySums(): Sums {
  return { amounts: new Map(), headcount: null };
}

function addLine(
  sums: Sums,
  { tier, line }: { readonly tier: string; readonly line: string },
  amount: bigint,
  headcount: string | null,
): void {
  addAmount(sums, "total", amount);
  addAmount(sums, `tier:${tier}`, amount);
  addAmount(sums, `line:${line}`, amount);
  if (headcount !== null) addHeadcount(sums, parseExact(headcount));
}

function addAmount({ amounts }: Sums, column: string, amount: bigint): void {
  amounts.set(column, (amounts.get(column) ?? 0n) + amount);
}

function addHeadcount(sums: Sums, headcount: ExactValue): void {
  sums.headcount = sums.headcount === null ? headcount : addExact(sums.headcount, headcount);
}
