/**
 * Work that happens in turn, by name: who writes to one scenario waits here for the others of this
 * process, and takes no connection to the database before its turn.
 */

export type TakeTurn = <Answer>(name: string, work: () => Promise<Answer>) => Promise<Answer>;

/** Turns are taken in the order in which they were asked for. */
export function createTurns(): TakeTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = last.get(name) ?? Promise.resolve();
    // A turn that failed is over too; its fault was told to who took it.
    const turn = before.then(work, work);
    last.set(name, turn);
    try {
      return await turn;
    } finally {
      if (last.get(name) === turn) last.delete(name);
    }
  };
}
