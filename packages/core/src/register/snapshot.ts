/**
 * A register at one moment: who exists, what was counted, what is paid by estimate, what was paid
 * last year.
 *
 * RegisterSnapshot
 *   organisations   sorted by id; attributes are what the methodology declares
 *   headcounts      one row a key (organisation, measure, period and the dimension columns), sorted
 *   facts           one row a key (organisation, fact, period, codes of its dimensions), sorted
 *   estimates       amounts outside the formula; no organisation means citywide
 *   lastYear        allocation lines of the previous year, imported
 * Every row keeps the file and row it came from, so that a trace can name them.
 */
import type { Tiyn } from "../money/index.ts";
import type { CalendarDate } from "../time/index.ts";

/** The row that a fact was read from. */
export type RowSource = { readonly file: string; readonly sheet?: string; readonly row: number };

/** A body that is funded, and how long it lives. */
export type Organisation = {
  readonly id: string;
  readonly nameRu: string;
  readonly nameKk: string;
  readonly openedOn: CalendarDate;
  readonly closedOn: CalendarDate | undefined;
  readonly successorIds: readonly string[];
  /** Canonical text by attribute (`ownership`, `tier`); an absent value has no entry. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly source: RowSource;
};

/** The dimension columns of a headcount, in the order in which they form its key. */
export const HEADCOUNT_COLUMNS = ["tier", "level_or_group", "programme", "child_category"] as const;
/** One of the dimension columns. */
export type HeadcountColumn = (typeof HEADCOUNT_COLUMNS)[number];

/** People of one kind, counted in one organisation for one period. */
export type Headcount = Readonly<Record<HeadcountColumn, string>> & {
  readonly organisationId: string;
  readonly measure: string;
  /** A count date `2026-01-01` or a month `2026-01`. */
  readonly period: string;
  /** People; a whole number, not negative. */
  readonly headcount: number;
  readonly source: RowSource;
};

/** A number that an organisation reported under the name of a fact. */
export type FactRow = {
  readonly organisationId: string;
  readonly fact: string;
  /** A year `2026`, a count date `2026-01-01` or a month `2026-01`. */
  readonly period: string;
  /** Codes by dimension, sorted: `level=primary;programme=general`. */
  readonly key: string;
  /** Plain digits, exact. */
  readonly value: string;
  readonly source: RowSource;
};

/** An amount paid outside the formula. */
export type Estimate = {
  readonly lineId: string;
  readonly budgetYear: number;
  /** Empty text for a citywide amount. */
  readonly organisationId: string;
  readonly tier: string;
  readonly budgetCode: string;
  readonly nameRu: string;
  readonly amount: Tiyn;
  readonly status: string;
  readonly note: string;
  readonly source: RowSource;
};

/** A line of the allocation of the year before. */
export type LastYearLine = {
  readonly organisationId: string;
  readonly tier: string;
  readonly budgetCode: string;
  readonly method: "formula" | "estimate";
  /** Child-months paid; absent for estimates. */
  readonly childMonths: number | undefined;
  readonly amount: Tiyn;
  readonly source: RowSource;
};

/** What lines of the year before are told apart by, and may be added up over. */
export const LAST_YEAR_DIMENSIONS = ["tier", "budget_code"] as const;
export type LastYearDimension = (typeof LAST_YEAR_DIMENSIONS)[number];

/** All five lists, each sorted by its key. */
export type RegisterSnapshot = {
  readonly organisations: readonly Organisation[];
  readonly headcounts: readonly Headcount[];
  readonly facts: readonly FactRow[];
  readonly estimates: readonly Estimate[];
  readonly lastYear: readonly LastYearLine[];
};
