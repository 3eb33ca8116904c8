/**
 * One transaction for what the sign-in library writes and for what we write beside it: the entry in
 * the journal, the end of sessions. What runs inside of it finds it by itself.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Database } from "../persistence/database.ts";
import type { Visitor, WayIn } from "../usecases/identity-ports.ts";

/** How the session that may be opened begins; nothing for one that only replaces another. */
export type Entry = { readonly way: WayIn | undefined; readonly visitor: Visitor };

type Surroundings = {
  readonly transaction?: Database;
  readonly entry?: Entry;
};

export type UnitOfWork = {
  /** The transaction that is open here, or the database. */
  readonly current: () => Database;
  readonly entry: () => Entry | undefined;
  /** Does the work in the transaction that is open here, or in a new one. */
  readonly inTransaction: <Answer>(work: (open: Database) => Promise<Answer>) => Promise<Answer>;
  readonly entering: <Answer>(entry: Entry, work: () => Promise<Answer>) => Promise<Answer>;
};

/** Units of work over a database. */
export function createUnitOfWork(database: Database): UnitOfWork {
  const surroundings = new AsyncLocalStorage<Surroundings>();
  return {
    current: () => surroundings.getStore()?.transaction ?? database,
    entry: () => surroundings.getStore()?.entry,
    inTransaction: (work) => {
      const known = surroundings.getStore();
      if (known?.transaction !== undefined) return work(known.transaction);
      return database.transaction((transaction) =>
        surroundings.run({ ...known, transaction }, () => work(transaction)),
      );
    },
    entering: (entry, work) => surroundings.run({ ...surroundings.getStore(), entry }, work),
  };
}
