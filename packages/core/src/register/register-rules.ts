/**
 * What a methodology says about reading a register: columns, code lists, facts, periods and
 * workbook words.
 *
 * The parser of registers knows no country; it knows these rules. They come from the methodology's
 * documents (sections attributes, facts, calendar, budgetCodes, workbooks).
 */
import type { CodeLists, Label } from "../classification/index.ts";
import type { IdScheme } from "./id-scheme.ts";
import type { HeadcountColumn, LastYearDimension, LastYearLine, Organisation } from "./snapshot.ts";

/** What formulas may ask of an organisation, and where it is read. */
export type AttributeDefinition = {
  readonly id: string;
  readonly label: Label;
  readonly isOptional: boolean;
  /**
   * Column of organisations.csv; absent when the value is a property of another attribute's code.
   */
  readonly column: string | undefined;
  readonly derivation: { readonly from: string; readonly property: string } | undefined;
  readonly type:
    | { readonly kind: "code"; readonly codeList: string }
    /** Several codes joined by `;`. */
    | { readonly kind: "codes"; readonly codeList: string }
    /** A code that no list has: organisations with the same one are a group. */
    | { readonly kind: "group" }
    | { readonly kind: "number"; readonly unit: string }
    | { readonly kind: "date" };
};

type FactCommon = {
  readonly id: string;
  readonly label: Label;
  readonly unit: string;
  /** A period of the calendar: `month`, `count`; without one a fact is one of the whole year. */
  readonly period: string | undefined;
  /** From the budget year to the one whose rows are read: 0, or −1 for the year before. */
  readonly yearOffset: number;
};

/** Which headcount rows make up a named fact. */
export type HeadcountFact = FactCommon & {
  readonly source: "headcounts";
  readonly measure: string;
  /** Dimension and the headcount column that holds it, in the order of the fact's index. */
  readonly dimensions: readonly { readonly dimension: string; readonly column: HeadcountColumn }[];
  readonly where: Readonly<Partial<Record<HeadcountColumn, string>>>;
};

/** A fact whose rows are written under a name of their own, in the table of facts. */
export type NamedFact = FactCommon & {
  readonly source: "facts";
  /** What the rows are called; facts of several years share one. */
  readonly measure: string;
  readonly dimensions: readonly { readonly dimension: string }[];
  readonly isWhole: boolean;
};

/** A fact of the allocation of the year before. */
export type LastYearFact = FactCommon & {
  readonly source: "last-year";
  readonly of: "amount" | "child-months";
  readonly dimensions: readonly { readonly dimension: LastYearDimension }[];
  /** The one method whose lines count; both when absent. */
  readonly method: LastYearLine["method"] | undefined;
};

/** Which rows of a register make up a named fact. */
export type FactDefinition = HeadcountFact | NamedFact | LastYearFact;

/** A kind of period and its members in a year. */
export type CalendarPeriod = {
  readonly dimension: string;
  readonly kind: "month" | "date";
  /** For dates: code and `MM-DD`; for months: `01` to `12` with the first day. */
  readonly members: readonly { readonly code: string; readonly date: string }[];
};

/** The words by which sheets kept by people are read. */
export type WorkbookLayout = {
  readonly columns: readonly { readonly column: string; readonly headers: readonly string[] }[];
  /**
   * A row whose first written cell (after the number column) begins with one of these is a total or
   * a note.
   */
  readonly ignoredFirstCells: readonly string[];
  readonly dictionarySheet: string | undefined;
};

/** All that reading a register depends on. */
export type RegisterRules = {
  readonly idScheme: IdScheme;
  readonly codeLists: CodeLists;
  readonly attributes: readonly AttributeDefinition[];
  readonly facts: readonly FactDefinition[];
  readonly calendar: readonly CalendarPeriod[];
  readonly budgetCodes: ReadonlySet<string>;
  readonly workbook: WorkbookLayout | undefined;
  /** Whether the organisation is one of those that report the fact. */
  readonly isReporter: (factId: string, organisation: Organisation) => boolean;
  /** The name that was meant, among those that rows of facts may bear; empty text for none. */
  readonly suggestFact: (written: string) => string;
};
