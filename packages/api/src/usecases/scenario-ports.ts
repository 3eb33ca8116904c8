/** What the use cases need of the place where scenarios are kept. */
import type { AsOf } from "@zhanbasy/core";
import type {
  OverrideJson,
  Page,
  ScenarioDetail,
  ScenarioEvent,
  ScenarioRevision,
  ScenarioState,
  ScenarioSummary,
  ScenarioTotals,
} from "../contract.ts";
import type { NewAuditEntry } from "./audit-ports.ts";
import type { Envelope, PageRequest } from "./run-ports.ts";

/** What a revision comes to. */
export type RevisionResult = {
  readonly engineVersion: string;
  readonly identity: string;
  readonly resultHash: string;
  readonly totals: ScenarioTotals;
  /** The limit as the revision has it. */
  readonly limit: Envelope | undefined;
};

/** What a scenario stands on: another one at a revision of it, which it never leaves. */
export type ParentRevision = { readonly id: string; readonly revision: number };

/** A scenario to be kept, with its first revision. */
export type NewScenario = RevisionResult & {
  readonly id: string;
  readonly batchId: string;
  readonly name: string;
  readonly parent: ParentRevision | undefined;
  readonly registerHash: string;
  readonly methodologyHash: string;
  readonly asOf: AsOf;
  readonly envelope: Envelope | undefined;
  readonly createdBy: string;
  readonly createdAt: Date;
};

/** What one batch says of one cell: an override as a document writes it, or nothing any more. */
export type NewEdit = {
  readonly cell: string;
  readonly override: OverrideJson | undefined;
  readonly previous: OverrideJson | undefined;
};

/** A revision to be kept on top of the newest one. */
export type NewRevision = RevisionResult & {
  readonly kind: "edited" | "undone";
  readonly batchId: string;
  readonly author: string;
  readonly madeAt: Date;
  readonly undoes: number | undefined;
  readonly edits: readonly NewEdit[];
  /** How many own overrides hold with it. */
  readonly editCount: number;
};

/** A revision as it was kept, and all that it came to. */
export type KeptRevision = {
  readonly revision: ScenarioRevision;
  readonly result: RevisionResult;
};

/** An override that holds at a revision, with who said it last. */
export type HeldOverride = {
  readonly cell: string;
  readonly override: OverrideJson;
  readonly author: string;
  readonly madeAt: Date;
  readonly revision: number;
};

/** What decides the figures of a scenario. */
export type ScenarioHead = {
  readonly id: string;
  readonly name: string;
  readonly parent: ParentRevision | undefined;
  readonly registerHash: string;
  readonly methodologyHash: string;
  readonly asOf: AsOf;
  readonly envelope: Envelope | undefined;
  readonly state: ScenarioState;
  readonly isArchived: boolean;
  /** The newest one. */
  readonly revision: number;
};

/** What of a scenario may change beside its overrides and its state. */
export type ScenarioChange = { readonly name?: string; readonly isArchived?: boolean };

/** A scenario that nobody else changes until the work is done. */
export type LockedScenario = {
  readonly head: ScenarioHead;
  /** Keeps the next revision and the entry of the journal; gives the revision as kept. */
  readonly append: (revision: NewRevision, entry: NewAuditEntry) => Promise<ScenarioRevision>;
  /** Takes a step from state to state. */
  readonly step: (
    step: {
      readonly id: string;
      readonly to: ScenarioState;
      readonly runId: string | undefined;
      readonly author: string;
      readonly madeAt: Date;
      readonly reason: string;
    },
    entry: NewAuditEntry,
  ) => Promise<void>;
  readonly change: (change: ScenarioChange, entry: NewAuditEntry) => Promise<void>;
};

/** Scenarios by id, newest first. */
export type ScenarioStore = {
  /** False when there is a scenario of this id already, which stays as it is. */
  readonly save: (scenario: NewScenario, entry: NewAuditEntry) => Promise<boolean>;
  readonly list: (page: PageRequest) => Promise<Page<ScenarioSummary>>;
  readonly find: (scenarioId: string) => Promise<ScenarioSummary | undefined>;
  readonly findHead: (scenarioId: string) => Promise<ScenarioHead | undefined>;
  /** Without what would stand in the place of its overrides: that takes the law. */
  readonly findDetail: (scenarioId: string) => Promise<ScenarioDetail | undefined>;
  /** Newest first; the place in the list is the number of a revision. */
  readonly listRevisions: (
    scenarioId: string,
    page: PageRequest,
  ) => Promise<Page<ScenarioRevision>>;
  /** Later than `after` and up to `upTo`, the oldest first, with their edits. */
  readonly revisionsBetween: (
    scenarioId: string,
    range: { readonly after: number; readonly upTo: number },
  ) => Promise<readonly ScenarioRevision[]>;
  readonly findBatch: (scenarioId: string, batchId: string) => Promise<KeptRevision | undefined>;
  /** The last edits of a person that were not taken back yet. */
  readonly findUndoable: (
    scenarioId: string,
    author: string,
  ) => Promise<ScenarioRevision | undefined>;
  /** Own overrides at a revision, in the order in which they were last said. */
  readonly overridesAt: (scenarioId: string, revision: number) => Promise<readonly HeldOverride[]>;
  /**
   * Does the work while nobody else changes the scenario; all that it keeps is kept together, or
   * nothing when it throws. Nothing when there is no such scenario.
   */
  readonly withLock: <Answer>(
    scenarioId: string,
    work: (scenario: LockedScenario) => Promise<Answer>,
  ) => Promise<Answer | undefined>;
};

/** What was kept of a scenario, told in every process as soon as it is kept. */
export type ScenarioChangeEvent = Exclude<ScenarioEvent, { readonly kind: "presence" }>;

export type ScenarioFeed = {
  /**
   * Tells the listener of each change from the moment of the answer on, until the function that it
   * gives is called.
   */
  readonly watch: (
    scenarioId: string,
    listener: (event: ScenarioChangeEvent) => void,
  ) => Promise<() => void>;
};
