/** The store on PostgreSQL 15 or later. */
import type { Pool } from "pg";
import type { Store } from "../usecases/ports.ts";
import type { ScenarioFeed } from "../usecases/scenario-ports.ts";
import { type Database, openDatabase } from "./database.ts";
import { createOwnDatabase, type OwnDatabase } from "./own-database.ts";
import { createAuditStore } from "./postgres-audit.ts";
import { createFailureStore } from "./postgres-failures.ts";
import { createFindingStore } from "./postgres-findings.ts";
import { createGroundStore } from "./postgres-grounds.ts";
import { createInvitationStore } from "./postgres-invitations.ts";
import { createMethodologyStore } from "./postgres-methodologies.ts";
import { createOwnAllocationStore } from "./postgres-own.ts";
import { createPersonStore } from "./postgres-people.ts";
import { createPublicationStore } from "./postgres-publications.ts";
import { createRegisterStore } from "./postgres-registers.ts";
import { createRunStore } from "./postgres-runs.ts";
import { createScenarioStore } from "./postgres-scenarios.ts";
import { createScenarioFeed } from "./postgres-scenarios-feed.ts";
import { createSessionStore } from "./postgres-sessions.ts";

/** What is the same inside of a transaction and outside. */
type Beside = { readonly feed: ScenarioFeed; readonly own: OwnDatabase };

/**
 * Everything that is kept, in a database that was migrated. Rows of a director's organisations are
 * read over `ownPool`, whose connections need no sight of the city.
 */
export function createPostgresStore(pool: Pool, ownPool: Pool = pool): Store {
  const beside = { feed: createScenarioFeed(pool.options), own: createOwnDatabase(ownPool) };
  return storeOver(openDatabase(pool), beside);
}

function storeOver(database: Database, beside: Beside): Store {
  return {
    registers: createRegisterStore(database),
    methodologies: createMethodologyStore(database),
    runs: createRunStore(database),
    audit: createAuditStore(database),
    scenarios: createScenarioStore(database),
    scenarioFeed: beside.feed,
    people: createPersonStore(database),
    invitations: createInvitationStore(database),
    sessions: createSessionStore(database),
    failures: createFailureStore(database),
    grounds: createGroundStore(database),
    findings: createFindingStore(database),
    publications: createPublicationStore(database),
    own: createOwnAllocationStore(database, beside.own),
    together: (work) => database.transaction((transaction) => work(storeOver(transaction, beside))),
  };
}
