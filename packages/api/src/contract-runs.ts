/**
 * What the server answers about registers, methodologies and runs.
 *
 * Averages of people are exact: plain digits, or a fraction `n/d` where no decimal has the value.
 * Columns name each thing once: rows are positions in a list of ids.
 */
import type { ChosenCase, Label, TraceNode } from "@zhanbasy/core";
import type { Obstacle } from "./contract-publications.ts";
import type { EditConflict } from "./contract-scenarios.ts";

/** Every list of the API: a page of items, and where the next one begins. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

export type RegisterSummary = {
  /** SHA-256 of its canonical content: its identity. */
  readonly hash: string;
  readonly name: string;
  readonly isDemonstration: boolean;
  readonly createdAt: string;
  readonly organisationCount: number;
  readonly headcountCount: number;
};

export type MethodologySummary = {
  readonly hash: string;
  /** `kz/almaty` */
  readonly id: string;
  readonly label: Label;
  readonly isDemonstration: boolean;
  readonly years: readonly number[];
  readonly createdAt: string;
};

/** The words of a methodology: what codes, values and sources are called. */
export type MethodologyNames = {
  readonly currency: string;
  readonly codeLists: Readonly<Record<string, Readonly<Record<string, Label>>>>;
  /** What the code lists themselves are called: a dimension is the list of its name. */
  readonly dimensions: Readonly<Record<string, Label>>;
  readonly budgetCodes: Readonly<Record<string, Label>>;
  readonly parameters: Readonly<Record<string, Label>>;
  readonly formulas: Readonly<Record<string, Label>>;
  readonly facts: Readonly<Record<string, Label>>;
  readonly attributes: Readonly<Record<string, Label>>;
  readonly tables: Readonly<Record<string, Label>>;
  readonly mappings: Readonly<Record<string, Label>>;
  /** Rates that stages solve. */
  readonly rates: Readonly<Record<string, Label>>;
  readonly lines: Readonly<Record<string, Label>>;
  readonly stages: Readonly<Record<string, Label>>;
  /** The methodology's own words for units: behind a number, and where there is one of it. */
  readonly units: Readonly<Record<string, { readonly many: Label; readonly one: Label }>>;
  /** Sources and notes that the law's documents write in Russian, by their Russian text. */
  readonly translations: Readonly<Record<string, Label>>;
};

export type MethodologyDetail = MethodologySummary & { readonly names: MethodologyNames };

/** The documents of a methodology as they were read, base layer first: `parseMethodology` input. */
export type MethodologyDocuments = {
  readonly layers: readonly {
    readonly manifest: SourceDocumentJson;
    readonly documents: readonly SourceDocumentJson[];
  }[];
};
export type SourceDocumentJson = { readonly file: string; readonly content: unknown };

/** An amount of one member of a way of adding up. */
export type MemberAmount = { readonly id: string; readonly amountTiyn: string };

export type RunTotals = {
  readonly totalTiyn: string;
  readonly byTier: readonly MemberAmount[];
  readonly byDistrict: readonly MemberAmount[];
  readonly byBudgetCode: readonly MemberAmount[];
  readonly byMethod: readonly MemberAmount[];
};

/** The limit of the budget and what is left of it; negative headroom is a deficit. */
export type RunEnvelope = {
  readonly limitTiyn: string;
  readonly headroomTiyn: string;
  readonly status: "enacted" | "local" | "secondary" | "draft" | "assumed";
};

/** A value of a parameter or of a table, without an act, that reached some line. */
export type AssumedValue = {
  /** The name of the parameter or table. */
  readonly parameter: string;
  readonly label: Label;
  readonly key: readonly { readonly dimension: string; readonly code: string }[];
  /** Empty where the value is a table. */
  readonly digits: string;
  readonly unit: string;
  readonly validFrom: string;
  readonly source: string | null;
  /** The steps or corners of a table, ascending; null where the value is a number. */
  readonly points: readonly { readonly from: string; readonly value: string }[] | null;
};

/** A finding by its code and facts; its sentence is `issue.<code>` of core's catalogues. */
export type IssueData = {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly place: Readonly<Record<string, unknown>>;
};

export type RunSummary = {
  readonly id: string;
  readonly budgetYear: number;
  readonly knownOn: string;
  readonly registerHash: string;
  readonly methodologyHash: string;
  readonly resultHash: string;
  readonly engineVersion: string;
  readonly createdAt: string;
  readonly isDemonstration: boolean;
  readonly organisationCount: number;
  readonly lineCount: number;
  readonly totalTiyn: string;
  readonly envelope: RunEnvelope | null;
  /** What a person called it; null where nobody did. */
  readonly name: string | null;
  /** Of which scenario it is; null where the city stands as it is. */
  readonly scenario: {
    readonly id: string;
    readonly name: string;
    readonly revision: number;
  } | null;
};

export type RunDetail = RunSummary & {
  readonly totals: RunTotals;
  readonly assumed: readonly AssumedValue[];
  readonly warnings: readonly IssueData[];
};

/** One line of a run; an empty organisation is citywide. */
export type RunLine = {
  readonly organisationId: string;
  readonly tier: string;
  readonly budgetCode: string;
  readonly method: "formula" | "estimate";
  readonly amountTiyn: string;
  /** People it pays for, on average over the year; null where the line does not count people. */
  readonly headcount: string | null;
  /** Which rules applied: the chosen case of each formula on the way that names its cases. */
  readonly cases: readonly ChosenCase[];
};

/** Words once, then their positions row by row; null is an absent value. */
export type WordColumn = {
  readonly words: readonly string[];
  readonly values: readonly (number | null)[];
};

/** One line definition's amounts over the whole city. */
export type RunLineColumn = {
  /** `secondary/04.2.360.040/formula` */
  readonly line: string;
  /** The name of the definition that pays it; null for estimates. */
  readonly label: Label | null;
  readonly tier: string;
  readonly budgetCode: string;
  readonly method: "formula" | "estimate";
  /** Positions in `organisations.ids`; equal in length to the amounts. */
  readonly rows: readonly number[];
  readonly amountsTiyn: readonly string[];
  readonly headcounts: readonly (string | null)[];
  /** Which rules applied, row by row; null where no row came through a named case. */
  readonly cases: readonly (readonly ChosenCase[])[] | null;
  readonly citywideTiyn: string | null;
};

/** A run as columns for a sheet. */
export type RunColumns = {
  readonly runId: string;
  readonly organisations: {
    readonly ids: readonly string[];
    readonly namesRu: readonly string[];
    readonly namesKk: readonly string[];
    /** Code attributes by id: `district`, `organisation_type`, `ownership`, `location`. */
    readonly attributes: Readonly<Record<string, WordColumn>>;
  };
  readonly lines: readonly RunLineColumn[];
};

/** What a register holds, as columns: the input of a calculation in the browser. */
export type RegisterColumns = {
  readonly hash: string;
  /** `headcounts.csv`, or a workbook and its sheet. */
  readonly sources: readonly { readonly file: string; readonly sheet: string | null }[];
  readonly organisations: {
    readonly ids: readonly string[];
    readonly namesRu: readonly string[];
    readonly namesKk: readonly string[];
    readonly openedOn: readonly string[];
    readonly closedOn: readonly (string | null)[];
    readonly successorIds: readonly (readonly string[])[];
    readonly attributes: Readonly<Record<string, WordColumn>>;
  } & RowColumns;
  /** `organisation` holds positions in `organisations.ids`. */
  readonly headcounts: {
    readonly organisation: readonly number[];
    readonly measure: WordColumn;
    readonly period: WordColumn;
    readonly tier: WordColumn;
    readonly level_or_group: WordColumn;
    readonly programme: WordColumn;
    readonly child_category: WordColumn;
    readonly headcount: readonly number[];
  } & RowColumns;
  /** `key` is codes by dimension, `level=primary;programme=general`; values are plain digits. */
  readonly facts: {
    readonly organisation: readonly number[];
    readonly fact: WordColumn;
    readonly period: WordColumn;
    readonly key: WordColumn;
    readonly value: readonly string[];
  } & RowColumns;
  readonly estimates: readonly (Omit<RunLine, "method" | "headcount" | "cases"> & {
    readonly lineId: string;
    readonly budgetYear: number;
    readonly nameRu: string;
    readonly status: string;
    readonly note: string;
    readonly source: number;
    readonly row: number;
  })[];
  readonly lastYear: readonly (Omit<RunLine, "headcount" | "cases"> & {
    readonly childMonths: number | null;
    readonly source: number;
    readonly row: number;
  })[];
};

/** Where each row was read: a position in `sources`, and the row of that file. */
export type RowColumns = { readonly source: readonly number[]; readonly row: readonly number[] };

/** A trace as a graph: a shared value stands once; `inputs` are positions, the root is first. */
export type TraceGraph = {
  readonly organisationId: string;
  readonly line: string;
  readonly of: "amount" | "headcount";
  readonly nodes: readonly (Omit<TraceNode, "inputs"> & { readonly inputs: readonly number[] })[];
};

/** Every refusal, as RFC 9457 with our own members. */
export type Problem = ProblemMembers & {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: string;
  /** Each issue with its sentence in the language of the answer. */
  readonly issues: readonly (IssueData & { readonly message: string })[];
  readonly requestId: string;
};

/** What some refusals carry beside their issues. */
export type ProblemMembers = {
  /** Of `edit-conflict`: every cell that somebody else has changed otherwise. */
  readonly conflicts?: readonly EditConflict[];
  /** Of `gate`: everything that stands in the way of the step. */
  readonly obstacles?: readonly Obstacle[];
};
