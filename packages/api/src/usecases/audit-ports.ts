/** The journal as the use cases write and read it. */
import type { AuditEntry, AuditState, Page } from "../contract.ts";
import type { PageRequest } from "./run-ports.ts";

/** Everything that is worth an entry. */
export const AUDIT_ACTIONS = [
  "person-created",
  "person-changed",
  "sessions-ended",
  "signed-in",
  "signed-out",
  "sign-in-locked",
  "password-changed",
  "password-reset",
  "password-link-made",
  "invitation-made",
  "invitation-accepted",
  "invitation-revoked",
  "demonstration-opened",
  "run-calculated",
  "scenario-created",
  "scenario-changed",
  "scenario-edited",
  "scenario-undone",
  "scenario-submitted",
  "scenario-returned",
  "scenario-approved",
  "scenario-issued",
  "scenario-superseded",
  "ground-entered",
  "ground-confirmed",
  "finding-decided",
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What is to be written: ids, numbers and codes, never names, addresses or passwords. */
export type NewAuditEntry = {
  readonly madeAt: Date;
  /** Nobody for what the product does by itself. */
  readonly actor: string | undefined;
  readonly action: AuditAction;
  /** `scenario 4f0c…` */
  readonly subject: string;
  readonly facts: Readonly<Record<string, string>>;
};

export type AuditStore = {
  /** Writes an entry by itself; changes of other things write theirs in their own transaction. */
  readonly append: (entry: NewAuditEntry) => Promise<void>;
  /** Newest first; of one subject where it is named. */
  readonly list: (page: PageRequest, subject: string | undefined) => Promise<Page<AuditEntry>>;
  readonly find: (sequence: string) => Promise<AuditEntry | undefined>;
  /** Reads the whole chain. */
  readonly verify: () => Promise<AuditState>;
};
