/** All that the use cases need of the outside, and the whole of what is kept. */
import type { AuditStore } from "./audit-ports.ts";
import type { FailureStore, SessionStore } from "./identity-ports.ts";
import type { InvitationStore, PersonStore } from "./people-ports.ts";
import type {
  FindingStore,
  GroundStore,
  OwnAllocationStore,
  PublicationStore,
} from "./publication-ports.ts";
import type { MethodologyStore, RegisterStore, RunStore } from "./run-ports.ts";
import type { ScenarioFeed, ScenarioStore } from "./scenario-ports.ts";

export type * from "./run-ports.ts";

/** All that is kept. */
export type Store = {
  readonly registers: RegisterStore;
  readonly methodologies: MethodologyStore;
  readonly runs: RunStore;
  readonly audit: AuditStore;
  readonly scenarios: ScenarioStore;
  /** Changes of scenarios, as they are kept. */
  readonly scenarioFeed: ScenarioFeed;
  readonly people: PersonStore;
  readonly invitations: InvitationStore;
  readonly sessions: SessionStore;
  readonly failures: FailureStore;
  readonly grounds: GroundStore;
  readonly findings: FindingStore;
  readonly publications: PublicationStore;
  readonly own: OwnAllocationStore;
  /** Does the work in one transaction: all that it keeps is kept, or nothing when it throws. */
  readonly together: <Answer>(work: (kept: Store) => Promise<Answer>) => Promise<Answer>;
};
