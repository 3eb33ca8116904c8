/** What the server answers about scenarios, their revisions and conflicts. */
import type { PersonName } from "./contract-people.ts";

/** The names are those of the design: draft, in review, approved, published, replaced. */
export type ScenarioState = "draft" | "submitted" | "approved" | "issued" | "superseded";

type EnvelopeData = {
  readonly limitTiyn: string;
  readonly headroomTiyn: string;
  readonly status: "enacted" | "local" | "secondary" | "draft" | "assumed";
};

export type ScenarioSummary = {
  readonly id: string;
  readonly name: string;
  /** What it stands on, at the revision on which it began; null where that is law and register. */
  readonly parent: { readonly id: string; readonly name: string; readonly revision: number } | null;
  readonly state: ScenarioState;
  readonly isArchived: boolean;
  readonly isDemonstration: boolean;
  readonly budgetYear: number;
  readonly knownOn: string;
  readonly registerHash: string;
  readonly methodologyHash: string;
  /** The newest revision; the first is 1. */
  readonly revision: number;
  /** Own overrides that hold now; those of parents are not counted. */
  readonly editCount: number;
  readonly totalTiyn: string;
  readonly envelope: EnvelopeData | null;
  readonly identity: string;
  readonly resultHash: string;
  readonly engineVersion: string;
  readonly createdBy: PersonName;
  readonly createdAt: string;
  readonly changedBy: PersonName;
  readonly changedAt: string;
};

/** An override as a scenario document writes it, without author and time. */
export type OverrideJson = Readonly<Record<string, unknown>>;

/** An override that holds now. */
export type LiveOverride = {
  /** The canonical name of the thing touched. */
  readonly cell: string;
  readonly override: OverrideJson;
  readonly author: PersonName;
  readonly madeAt: string;
  readonly revision: number;
  /** What would stand there without this scenario, as plain text; null where nothing would. */
  readonly standing: string | null;
};

/** An amount by member of a way of adding up. */
type Amounts = readonly { readonly id: string; readonly amountTiyn: string }[];

/** What a revision comes to. */
export type ScenarioTotals = {
  readonly totalTiyn: string;
  readonly byTier: Amounts;
  readonly byDistrict: Amounts;
  readonly byBudgetCode: Amounts;
  readonly byMethod: Amounts;
};

/** One step from state to state. */
export type ScenarioStep = {
  readonly from: ScenarioState;
  readonly to: ScenarioState;
  readonly revision: number;
  readonly runId: string | null;
  readonly author: PersonName;
  readonly madeAt: string;
  readonly reason: string;
};

export type ScenarioDetail = ScenarioSummary & {
  readonly totals: ScenarioTotals;
  readonly overrides: readonly LiveOverride[];
  readonly steps: readonly ScenarioStep[];
};

/** What one batch said of one cell. */
export type ScenarioEdit = {
  readonly cell: string;
  readonly override: OverrideJson | null;
  readonly previous: OverrideJson | null;
};

export type ScenarioRevision = {
  readonly number: number;
  readonly kind: "created" | "edited" | "undone";
  readonly batchId: string;
  readonly author: PersonName;
  readonly madeAt: string;
  /** The revision it takes back. */
  readonly undoes: number | null;
  /** The revision by which it was taken back. */
  readonly undoneBy: number | null;
  readonly totalTiyn: string;
  readonly resultHash: string;
  readonly engineVersion: string;
  readonly edits: readonly ScenarioEdit[];
};

/** A batch that was kept; sending it again gives the same answer. */
export type KeptBatch = {
  readonly revision: ScenarioRevision;
  readonly totals: ScenarioTotals;
  readonly envelope: EnvelopeData | null;
  readonly identity: string;
  /** What others have said since the revision that the sender knew, the oldest first. */
  readonly since: readonly ScenarioRevision[];
};

/** A cell that somebody else has changed since; a member of the problem `edit-conflict`. */
export type EditConflict = {
  readonly cell: string;
  /** What stood at the revision that the sender knew; null where the scenario said nothing. */
  readonly base: OverrideJson | null;
  readonly theirs: OverrideJson | null;
  readonly mine: OverrideJson | null;
  readonly author: PersonName;
  readonly madeAt: string;
  readonly revision: number;
};

/** A value of the law as the scenario has it, which an override may change. */
export type ScenarioValue = {
  readonly parameter: string;
  readonly key: Readonly<Record<string, string>>;
  /** The days of the budget year on which it stands, the last one not included. */
  readonly validFrom: string;
  readonly validTo: string;
  /** Whether an override of it needs no days: the key has this one value all through the year. */
  readonly isWholeYear: boolean;
  readonly unit: string;
  readonly status: "enacted" | "local" | "secondary" | "draft" | "assumed";
  /** The law's, or the parent's. */
  readonly standing: string;
  /** This scenario's; null where it says nothing of it. */
  readonly own: string | null;
};

/** Told as it happens to those who look at a scenario: the data of a server-sent event. */
export type ScenarioEvent =
  | {
      readonly kind: "revision";
      readonly scenarioId: string;
      readonly revision: number;
      readonly authorId: string;
    }
  | { readonly kind: "changed"; readonly scenarioId: string }
  | {
      readonly kind: "presence";
      readonly scenarioId: string;
      readonly people: readonly PersonName[];
    };
