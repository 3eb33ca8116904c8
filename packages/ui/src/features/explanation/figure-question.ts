/**
 * What is asked of a figure: the trace of one line, or the parts that a sum was made of.
 *
 * Every figure of the sheet is one or the other. Parts add up to the figure exactly.
 */
import type { RunColumns, RunLineColumn } from "@zhanbasy/api/contract";

import type { ActiveFigure, Workbook } from "../workbook/workbook-context.ts";

/** A part of a sum: a line over the organisations on view. */
export type FigurePart = {
  readonly column: RunLineColumn;
  readonly amountTiyn: bigint;
  /** Organisations that have the line; 0 where only the city itself has it. */
  readonly organisationCount: number;
  /** Exact average headcounts to be added; empty where the line counts nobody. */
  readonly headcounts: readonly string[];
};

/** A figure and what explains it. */
export type Question =
  | {
      readonly kind: "trace";
      readonly organisationId: string;
      readonly line: string;
      readonly of: "amount" | "headcount";
    }
  | {
      readonly kind: "parts";
      readonly of: "amount" | "headcount" | "perHead";
      readonly parts: readonly FigurePart[];
    }
  | { readonly kind: "nothing" };

/** How the sheet puts organisations together, and which of them a filter leaves. */
export type SheetView = Pick<Workbook, "group" | "shownMembers">;

/** What to ask to explain a figure of the sheet. */
export function questionOf(figure: ActiveFigure, columns: RunColumns, view: SheetView): Question {
  const of = measureOf(figure);
  const parts = partsOf(figure, columns, view).filter(
    (part) => of !== "headcount" || part.headcounts.length > 0,
  );
  const [only, ...others] = parts;
  if (only === undefined) return { kind: "nothing" };
  const isOneLine = others.length === 0 && of !== "perHead";
  if (isOneLine && figure.rowKind === "organisation") {
    return { kind: "trace", organisationId: figure.id, line: only.column.line, of };
  }
  if (isOneLine && figure.rowKind === "citywide" && of === "amount") {
    return { kind: "trace", organisationId: "", line: only.column.line, of };
  }
  return { kind: "parts", of, parts };
}

/** The lines that a figure adds up, in the order of the sheet. */
export function partsOf(
  figure: ActiveFigure,
  columns: RunColumns,
  view: SheetView,
): readonly FigurePart[] {
  const isMember = memberTest(figure, columns, view);
  const isOfCity = figure.rowKind === "city" || figure.rowKind === "citywide";
  const hasLine = ({ line }: RunLineColumn): boolean =>
    isOfCity && (view.shownMembers?.has(line) ?? true);
  return columns.lines
    .filter((column) => isAsked(figure, column))
    .flatMap((column) => partOf(column, isMember, hasLine(column)));
}

function partOf(
  column: RunLineColumn,
  isMember: (row: number) => boolean,
  hasCity: boolean,
): readonly FigurePart[] {
  let amountTiyn = 0n;
  let organisationCount = 0;
  const headcounts: string[] = [];
  column.rows.forEach((row, position) => {
    if (!isMember(row)) return;
    amountTiyn += BigInt(column.amountsTiyn[position] ?? "0");
    organisationCount += 1;
    const headcount = column.headcounts[position];
    if (headcount !== null && headcount !== undefined) headcounts.push(headcount);
  });
  const city = hasCity ? column.citywideTiyn : null;
  if (organisationCount === 0 && city === null) return [];
  return [{ column, amountTiyn: amountTiyn + BigInt(city ?? "0"), organisationCount, headcounts }];
}

function measureOf({ columnId }: ActiveFigure): "amount" | "headcount" | "perHead" {
  return columnId === "headcount" || columnId === "perHead" ? columnId : "amount";
}

/** Whether a column of the sheet takes the line in; a citywide row may be one line itself. */
function isAsked({ columnId, rowKind, id }: ActiveFigure, { line, tier }: RunLineColumn): boolean {
  if (rowKind === "citywide" && id !== "" && line !== id) return false;
  if (columnId.startsWith("line:")) return columnId === `line:${line}`;
  return columnId.startsWith("tier:") ? columnId === `tier:${tier}` : true;
}

/** Whether an organisation, by its row, belongs to what the figure adds up. */
export function memberTest(
  { rowKind, id }: ActiveFigure,
  { organisations }: RunColumns,
  { group, shownMembers }: SheetView,
): (row: number) => boolean {
  const isShown = (row: number): boolean =>
    shownMembers === null || shownMembers.has(organisations.ids[row] ?? "");
  switch (rowKind) {
    case "city":
      return isShown;
    case "citywide":
      return () => false;
    case "organisation": {
      const own = organisations.ids.indexOf(id);
      return (row) => row === own;
    }
    case "group": {
      const column = organisations.attributes[group];
      const code = id === "" ? null : (column?.words.indexOf(id) ?? -1);
      return (row) => column?.values[row] === code && isShown(row);
    }
  }
}
