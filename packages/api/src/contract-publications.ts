/** What the server answers about submitting, issuing, findings and the journal. */
import type { PersonName } from "./contract-people.ts";

type Status = "enacted" | "local" | "secondary" | "draft" | "assumed";
type LabelJson = { readonly ru: string; readonly kk: string; readonly en: string };

/** An act and clause entered for a value. */
export type Ground = {
  readonly id: string;
  readonly status: "enacted" | "local";
  readonly act: string;
  readonly clause: string;
  readonly enteredBy: PersonName;
  readonly enteredAt: string;
  readonly confirmedBy: PersonName | null;
  readonly confirmedAt: string | null;
};

/** A value without a confirmed act that reaches some line: it keeps a run from being official. */
export type WeakValue = {
  /** The canonical name of the value, with its digits and dates: what a ground is entered for. */
  readonly subject: string;
  readonly kind: "parameter" | "table" | "rule" | "estimate" | "override" | "envelope";
  readonly status: Exclude<Status, "enacted" | "local">;
  /** What it is called; null for overrides of things without a label. */
  readonly label: LabelJson | null;
  /** `secondary.Ez`, `462600.00`: the name in the law and what stands there; texts of rules. */
  readonly name: string;
  readonly key: readonly { readonly dimension: string; readonly code: string }[];
  readonly value: string;
  readonly unit: string;
  readonly validFrom: string | null;
};

/** The same with what has been entered for it. */
export type GroundedValue = WeakValue & { readonly ground: Ground | null };

/** What `finding.<code>` of core's catalogues tells with the facts of a finding. */
export type FindingCode = "roll-over-capacity" | "successor-missing" | "amount-jump";

/** Something strange that a person must look at before money follows it. */
export type Finding = {
  /** The same each time the same register is checked. */
  readonly id: string;
  readonly code: FindingCode;
  readonly severity: "blocking" | "warning";
  readonly organisationId: string;
  readonly nameRu: string;
  readonly nameKk: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly owner: PersonName | null;
  readonly waiver: {
    readonly reason: string;
    readonly author: PersonName;
    readonly madeAt: string;
  } | null;
};

/** One reason why something cannot be done now, with what is needed to go there. */
export type Obstacle = {
  readonly code:
    | "reason-missing"
    | "finding-blocking"
    | "deficit"
    | "value-weak"
    | "own-override"
    | "own-submission"
    | "envelope-missing"
    | "state";
  readonly facts: Readonly<Record<string, string>>;
  readonly message: string;
};

export type PublicationKind = "preliminary" | "official";

/** Whether the next step may be taken, by the person who asks. */
export type ScenarioGate = {
  readonly submit: readonly Obstacle[];
  readonly approve: readonly Obstacle[];
  readonly preliminary: readonly Obstacle[];
  readonly official: readonly Obstacle[];
};

export type Publication = {
  readonly id: string;
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly revision: number;
  readonly runId: string;
  readonly kind: PublicationKind;
  readonly budgetYear: number;
  readonly number: number;
  readonly issuedBy: PersonName;
  readonly issuedAt: string;
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  readonly totalTiyn: string;
  readonly seal: string;
};

/** What a director sees of an issue: their own organisations, and nobody else's. */
export type OwnAllocation = {
  readonly publication: Pick<
    Publication,
    "id" | "kind" | "budgetYear" | "number" | "issuedAt"
  > | null;
  readonly organisations: readonly {
    readonly id: string;
    readonly nameRu: string;
    readonly nameKk: string;
    readonly totalTiyn: string;
    readonly lines: readonly {
      readonly tier: string;
      readonly tierLabel: LabelJson;
      readonly budgetCode: string;
      readonly label: LabelJson | null;
      readonly method: "formula" | "estimate";
      readonly amountTiyn: string;
      readonly headcount: string | null;
    }[];
  }[];
};

/** An entry of the journal. */
export type AuditEntry = {
  readonly sequence: number;
  readonly madeAt: string;
  readonly actor: PersonName | null;
  readonly action: string;
  readonly subject: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly hash: string;
};

/** Whether the chain of the journal holds, from its first entry to its last. */
export type AuditState = {
  readonly count: number;
  readonly lastHash: string | null;
  /** The first entry that does not follow from the one before it. */
  readonly brokenAt: number | null;
};
