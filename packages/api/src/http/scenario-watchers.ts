/**
 * Who looks at which scenario in this process: each is told of changes and of the others.
 *
 * Changes come from every process; presence is told of this one, where all who work together are.
 */
import type { PersonName, ScenarioEvent } from "../contract.ts";
import type { ScenarioFeed } from "../usecases/scenario-ports.ts";

/** So many windows of one person are told of changes at one time. */
export const WINDOWS_LIMIT = 12;

export type Watcher = {
  readonly scenarioId: string;
  readonly person: PersonName;
  readonly tell: (event: ScenarioEvent) => void;
};

export type ScenarioWatchers = {
  /**
   * From the answer on the watcher is told of everything, until the function that it gives is
   * called; nothing when the person has too many windows open.
   */
  readonly enter: (watcher: Watcher) => Promise<(() => void) | undefined>;
};

/** Nobody watches at first. */
export function createScenarioWatchers(feed: ScenarioFeed): ScenarioWatchers {
  const watchers = new Set<Watcher>();

  function announce(scenarioId: string): void {
    const present = [...watchers].filter((each) => each.scenarioId === scenarioId);
    const byId = new Map(present.map(({ person }) => [person.id, person]));
    const people = [...byId.values()];
    for (const { tell } of present) tell({ kind: "presence", scenarioId, people });
  }

  return {
    enter: async (watcher) => {
      const { scenarioId, person, tell } = watcher;
      const windows = [...watchers].filter((each) => each.person.id === person.id);
      if (windows.length >= WINDOWS_LIMIT) return undefined;
      watchers.add(watcher);
      const stop = await feed.watch(scenarioId, tell);
      announce(scenarioId);
      return () => {
        stop();
        if (watchers.delete(watcher)) announce(scenarioId);
      };
    },
  };
}
