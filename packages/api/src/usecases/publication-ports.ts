/** What the use cases need of the place where issues, grounds and decisions are kept. */
import type {
  Finding,
  Ground,
  GroundedValue,
  OwnAllocation,
  Page,
  Publication,
  PublicationKind,
} from "../contract.ts";
import type { NewAuditEntry } from "./audit-ports.ts";
import type { PageRequest } from "./run-ports.ts";

/** An act and clause as somebody enters them. */
export type NewGround = {
  readonly id: string;
  /** The canonical name of the value, with its digits and dates. */
  readonly subject: string;
  readonly status: Ground["status"];
  readonly act: string;
  readonly clause: string;
  readonly enteredBy: string;
  readonly enteredAt: Date;
};

/** Grounds of values; of one value the last that was entered holds. */
export type GroundStore = {
  readonly save: (ground: NewGround, entry: NewAuditEntry) => Promise<Ground>;
  readonly find: (groundId: string) => Promise<(Ground & { readonly subject: string }) | undefined>;
  /** False when it was confirmed already. */
  readonly confirm: (
    confirmation: { readonly groundId: string; readonly by: string; readonly at: Date },
    entry: NewAuditEntry,
  ) => Promise<boolean>;
  /** The last ground of each of the values that has one. */
  readonly findLast: (subjects: readonly string[]) => Promise<ReadonlyMap<string, Ground>>;
};

/** Whose a finding is from now on, or why it may stand, or that it may not any more. */
export type NewFindingDecision = {
  readonly id: string;
  readonly registerHash: string;
  /** The id of the finding. */
  readonly finding: string;
  readonly kind: "owner" | "waiver" | "waiver-withdrawn";
  /** Nobody takes the finding back from whoever has it. */
  readonly owner: string | undefined;
  readonly reason: string;
  readonly author: string;
  readonly madeAt: Date;
};

/** What was decided about a finding and holds. */
export type FindingState = Pick<Finding, "owner" | "waiver">;

/** A decision as it was kept, with the id of who owns the finding by it. */
export type KeptFindingDecision = Pick<NewFindingDecision, "finding" | "kind" | "reason"> & {
  readonly owner: string | null;
  readonly author: string;
  readonly madeAt: string;
};

/** Decisions on findings of a register; the last of each kind holds. */
export type FindingStore = {
  readonly save: (decisions: readonly NewFindingDecision[], entry: NewAuditEntry) => Promise<void>;
  /** By the id of the finding. */
  readonly statesOf: (registerHash: string) => Promise<ReadonlyMap<string, FindingState>>;
  /** All that was ever decided, the oldest first. */
  readonly decisionsOf: (registerHash: string) => Promise<readonly KeptFindingDecision[]>;
};

/** An issue to be kept; its scenario, its run and its people are kept already. */
export type NewPublication = {
  readonly id: string;
  readonly scenarioId: string;
  readonly revision: number;
  readonly runId: string;
  readonly kind: PublicationKind;
  readonly budgetYear: number;
  readonly number: number;
  readonly issuedBy: string;
  readonly issuedAt: Date;
  /** The newest of the issues whose place it takes. */
  readonly supersedes: string | undefined;
  readonly grounds: readonly GroundedValue[];
  readonly findings: readonly Finding[];
  readonly seal: string;
};

/** An issue as it was sealed: what only a proof asks for beside the rest. */
export type SealedPublication = Publication & {
  readonly grounds: readonly GroundedValue[];
  readonly findings: readonly Finding[];
};

/** Issues by id, newest first. */
export type PublicationStore = {
  readonly list: (page: PageRequest) => Promise<Page<Publication>>;
  readonly find: (publicationId: string) => Promise<Publication | undefined>;
  readonly findSealed: (publicationId: string) => Promise<SealedPublication | undefined>;
  /**
   * The issues of a budget year whose place nobody has taken, newest first: at most an official one
   * and a preliminary one that came after it. The newest issue of a year is always among them.
   */
  readonly findStanding: (budgetYear: number) => Promise<readonly Publication[]>;
  /** Of the newest budget year that has an issue: the standing official one, else the newest. */
  readonly findCurrent: () => Promise<Publication | undefined>;
  /** Waits for others who issue in the year; until the end of the transaction nobody else does. */
  readonly takeTurn: (budgetYear: number) => Promise<void>;
  readonly save: (publication: NewPublication) => Promise<void>;
};

/** An organisation with its lines in a run. */
export type OwnOrganisation = Pick<
  OwnAllocation["organisations"][number],
  "id" | "nameRu" | "nameKk"
> & {
  readonly lines: readonly Omit<
    OwnAllocation["organisations"][number]["lines"][number],
    "tierLabel"
  >[];
};

/** What a director sees: the database itself shows no row of any other organisation. */
export type OwnAllocationStore = {
  /** Those of the organisations that the register of the run has, in its order. */
  readonly find: (
    organisationIds: readonly string[],
    runId: string,
  ) => Promise<readonly OwnOrganisation[]>;
};
