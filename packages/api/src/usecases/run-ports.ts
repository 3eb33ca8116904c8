/**
 * What the use cases need of the outside: a place where registers, methodologies and runs are kept,
 * a clock and a source of ids.
 *
 * What is kept is never changed. It is written as the values of core and read as the server answers
 * it, with amounts as exact text.
 */
import type { AsOf, Label, Methodology, ParsedRegister, Tiyn } from "@zhanbasy/core";
import type {
  AssumedValue,
  IssueData,
  MethodologyDocuments,
  MethodologySummary,
  OverrideJson,
  Page,
  RegisterColumns,
  RegisterSummary,
  RunColumns,
  RunDetail,
  RunEnvelope,
  RunLine,
  RunSummary,
  RunTotals,
  WeakValue,
} from "../contract.ts";

/** The present moment. */
export type Clock = () => Date;

/** A new id, a UUID. */
export type Ids = () => string;

/** A part of a list: at most `limit` items after the one that `after` names. */
export type PageRequest = { readonly limit: number; readonly after: string | undefined };

/** A register to be kept under the hash of its content. */
export type NewRegister = ParsedRegister & {
  readonly hash: string;
  readonly name: string;
  readonly isDemonstration: boolean;
  readonly createdAt: Date;
};

/** A methodology to be kept under its hash, with the documents it was parsed from. */
export type NewMethodology = {
  readonly hash: string;
  readonly methodology: Methodology;
  readonly documents: MethodologyDocuments;
  readonly createdAt: Date;
};

/** A line as it is kept; an empty organisation is citywide. */
export type NewRunLine = Omit<RunLine, "amountTiyn"> & { readonly amount: Tiyn };

/** The scenario of a run, as it was then. */
export type KeptRunScenario = {
  readonly id: string;
  readonly revision: number;
  /** The hash of all that decides figures. */
  readonly identity: string;
  /** All that the scenario and those it stands on say, as one document. */
  readonly document: OverrideJson;
};

/** A run to be kept; its register and its methodology are kept already. */
export type NewRun = {
  readonly id: string;
  readonly registerHash: string;
  readonly methodologyHash: string;
  readonly resultHash: string;
  readonly asOf: AsOf;
  readonly envelope: Envelope | undefined;
  readonly engineVersion: string;
  readonly total: Tiyn;
  readonly organisationCount: number;
  readonly lines: readonly NewRunLine[];
  /** What pays the lines, by the name of the line. */
  readonly lineLabels: Readonly<Record<string, Label>>;
  readonly assumed: readonly AssumedValue[];
  readonly warnings: readonly IssueData[];
  /** What a person called it. */
  readonly name?: string | undefined;
  /** Of which scenario it is; nothing where the city stands as it is. */
  readonly scenario?: KeptRunScenario;
  /** What keeps the run from being official, as long as nobody enters an act for it. */
  readonly weak: readonly WeakValue[];
  readonly createdAt: Date;
};

/** What a run tells beside its lines, as it is kept. */
export type ToldRun = Pick<NewRun, "lineLabels" | "assumed" | "weak">;

/** The limit of the budget, and what it rests on. */
export type Envelope = { readonly limit: Tiyn; readonly status: RunEnvelope["status"] };

/** Registers by the hash of their content, newest first. */
export type RegisterStore = {
  /** Keeping the same register again changes nothing. */
  readonly save: (register: NewRegister) => Promise<void>;
  readonly list: (page: PageRequest) => Promise<Page<RegisterSummary>>;
  readonly find: (hash: string) => Promise<RegisterSummary | undefined>;
  readonly findColumns: (hash: string) => Promise<RegisterColumns | undefined>;
  /** What looked strange when the register was read. */
  readonly findWarnings: (hash: string) => Promise<ParsedRegister["warnings"] | undefined>;
};

/** Methodologies by their hash, newest first. */
export type MethodologyStore = {
  /** Keeping the same methodology again changes nothing. */
  readonly save: (methodology: NewMethodology) => Promise<void>;
  readonly list: (page: PageRequest) => Promise<Page<MethodologySummary>>;
  readonly find: (hash: string) => Promise<MethodologySummary | undefined>;
  readonly findDocuments: (hash: string) => Promise<MethodologyDocuments | undefined>;
};

/** Runs by their id, newest first. */
export type RunStore = {
  readonly save: (run: NewRun) => Promise<void>;
  readonly list: (page: PageRequest) => Promise<Page<RunSummary>>;
  readonly find: (id: string) => Promise<RunSummary | undefined>;
  /** Stops with an `InvariantViolation` when the lines do not add up to the total of the run. */
  readonly findDetail: (id: string) => Promise<RunDetail | undefined>;
  readonly findTotals: (id: string) => Promise<RunTotals | undefined>;
  readonly findLines: (id: string, page: PageRequest) => Promise<Page<RunLine> | undefined>;
  readonly findColumns: (id: string) => Promise<RunColumns | undefined>;
  /** What the reader of a run was told beside its lines. */
  readonly findTold: (id: string) => Promise<ToldRun | undefined>;
  /** Nothing where the city stands as it is. */
  readonly findScenario: (id: string) => Promise<KeptRunScenario | undefined>;
};
