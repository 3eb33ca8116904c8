/**
 * A register as columns: one row an organisation, one row a counted cell, for one plan.
 *
 * Texts that repeat are stored once, counts are whole numbers in a typed array. A city of 20,000
 * organisations is some megabytes, and a calculation runs over it without making an object a cell.
 */
import type { Ratio } from "../../money/index.ts";
import type { Estimate, Organisation } from "../../register/index.ts";
import type { FactTable } from "../fact-table.ts";

/** A column of texts that repeat: the place of each row's text; -1 where the row has none. */
export type TextColumn = { readonly texts: readonly string[]; readonly places: Int32Array };

/** Sorted by id. */
export type OrganisationColumns = {
  readonly ids: readonly string[];
  /** ISO days. */
  readonly openedOn: TextColumn;
  readonly closedOn: TextColumn;
  /** Canonical text by attribute of the methodology. */
  readonly attributes: ReadonlyMap<string, TextColumn>;
};

/** The cells of one fact, those of an organisation together. */
export type FactColumn = {
  /** The cells of organisation `n` stand from `starts[n]` up to, not including, `starts[n + 1]`. */
  readonly starts: Int32Array;
  /** For each place of the fact's index, the period first, the code of each cell. */
  readonly codes: readonly TextColumn[];
  /** Whole numbers: the value of each cell times `denominator`, none beyond 2^52. */
  readonly values: Float64Array;
  readonly denominator: number;
  /** The exact values, where some would not fit; `values` is empty then. */
  readonly ratios?: readonly Ratio[];
};

/** The rows that columns were made of: who the organisations are, and what each reported. */
export type RegisterRows = {
  readonly organisations: readonly Organisation[];
  readonly reported: FactTable;
  /** What was changed since: the table before, and the cells that are others now. */
  readonly changed?: { readonly before: FactTable; readonly cells: ReadonlySet<string> };
};

export type RegisterColumns = {
  readonly organisations: OrganisationColumns;
  /** By fact of the methodology, for the budget year of the plan, as reported. */
  readonly facts: ReadonlyMap<string, FactColumn>;
  /** Amounts outside the formulas, of the budget year. */
  readonly estimates: readonly Estimate[];
  readonly rows?: RegisterRows;
};
