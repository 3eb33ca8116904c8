/** What the use cases about people are given, and the shape of their entries in the journal. */
import type { AuditAction, NewAuditEntry } from "./audit-ports.ts";
import type { Identity, Letters } from "./identity-ports.ts";
import type { Clock, Ids, Store } from "./ports.ts";

export type PeopleContext = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly identity: Identity;
  /** None where no mail server is known. */
  readonly letters: Letters | undefined;
  /** The origin by which people reach the server: links begin with it. */
  readonly address: () => string;
};

/** What happened to a person, by whom. */
export type PersonEvent = {
  readonly madeAt: Date;
  /** Nobody for what the product does by itself. */
  readonly actor: string | undefined;
  readonly action: AuditAction;
  readonly personId: string;
  readonly facts?: NewAuditEntry["facts"];
};

/** An entry about a person: ids and codes only. */
export function personEntry({ personId, facts = {}, ...event }: PersonEvent): NewAuditEntry {
  return { ...event, subject: `person ${personId}`, facts };
}
