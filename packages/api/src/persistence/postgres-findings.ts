/** Decisions on findings of registers: each written once, the last of each kind holds. */
import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { FindingState, FindingStore } from "../usecases/publication-ports.ts";
import { appendAudit } from "./append-audit.ts";
import type { Database } from "./database.ts";
import { people } from "./schema-people.ts";
import { findingDecisions } from "./schema-publications.ts";

/** The decisions of a database that was migrated. */
export function createFindingStore(database: Database): FindingStore {
  return {
    save: (decisions, entry) =>
      database.transaction(async (transaction) => {
        const rows = decisions.map(({ owner, ...each }) => ({ ...each, owner: owner ?? null }));
        await transaction.insert(findingDecisions).values(rows);
        await appendAudit(transaction, entry);
      }),
    statesOf: async (registerHash) => {
      const rows = await selectDecisions(database, registerHash);
      const states = new Map<string, FindingState>();
      for (const row of rows) {
        states.set(row.finding, stateAfter(states.get(row.finding) ?? UNDECIDED, row));
      }
      return states;
    },
    decisionsOf: async (registerHash) => {
      const rows = await selectDecisions(database, registerHash);
      return rows.map(({ finding, kind, reason, owner, author, madeAt }) => {
        const decided = { finding, kind, reason, owner: owner?.id ?? null };
        return { ...decided, author: author.id, madeAt: madeAt.toISOString() };
      });
    },
  };
}

const UNDECIDED: FindingState = { owner: null, waiver: null };
const owners = alias(people, "owners");
const authors = alias(people, "authors");

function selectDecisions(database: Database, registerHash: string) {
  return database
    .select({
      finding: findingDecisions.finding,
      kind: findingDecisions.kind,
      reason: findingDecisions.reason,
      madeAt: findingDecisions.madeAt,
      owner: { id: owners.id, name: owners.name },
      author: { id: authors.id, name: authors.name },
    })
    .from(findingDecisions)
    .innerJoin(authors, eq(authors.id, findingDecisions.author))
    .leftJoin(owners, eq(owners.id, findingDecisions.owner))
    .where(eq(findingDecisions.registerHash, registerHash))
    .orderBy(asc(findingDecisions.madeAt), asc(findingDecisions.id));
}

type DecisionRow = Awaited<ReturnType<typeof selectDecisions>>[number];

function stateAfter(state: FindingState, decision: DecisionRow): FindingState {
  const { kind, owner, reason, author, madeAt } = decision;
  switch (kind) {
    case "owner":
      return { ...state, owner };
    case "waiver":
      return { ...state, waiver: { reason, author, madeAt: madeAt.toISOString() } };
    case "waiver-withdrawn":
      return { ...state, waiver: null };
  }
}
