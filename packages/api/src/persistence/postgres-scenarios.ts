/** Scenarios of a database that was migrated. */
import type { ScenarioStore } from "../usecases/scenario-ports.ts";
import type { Database } from "./database.ts";
import { saveScenario, withLock } from "./postgres-scenarios-lock.ts";
import {
  findBatch,
  findOverridesAt,
  findRevisionsBetween,
  findUndoable,
  listRevisions,
} from "./postgres-scenarios-revisions.ts";
import {
  findDetail,
  findHead,
  findSummary,
  listSummaries,
} from "./postgres-scenarios-summaries.ts";

/** Scenarios with all that was ever said in them. */
export function createScenarioStore(database: Database): ScenarioStore {
  return {
    save: (scenario, entry) => saveScenario(database, scenario, entry),
    list: (page) => listSummaries(database, page),
    find: (id) => findSummary(database, id),
    findHead: (id) => findHead(database, id, "none"),
    findDetail: (id) => findDetail(database, id),
    listRevisions: (id, page) => listRevisions(database, id, page),
    revisionsBetween: (id, range) => findRevisionsBetween(database, id, range),
    findBatch: (id, batchId) => findBatch(database, id, batchId),
    findUndoable: (id, author) => findUndoable(database, id, author),
    overridesAt: (id, revision) => findOverridesAt(database, id, revision),
    withLock: (id, work) => withLock(database, id, work),
  };
}
