/** What everything about scenarios is done with. */
import type { Override } from "@zhanbasy/core";
import type { Clock, Ids, Store } from "./ports.ts";
import {
  createScenarioBooks,
  overridesIn,
  type ScenarioBooks,
  type ScenarioContent,
} from "./scenario-books.ts";
import { createScenarioDesk, type DeskQuestion, type ScenarioDesk } from "./scenario-desk.ts";
import type { ScenarioHead } from "./scenario-ports.ts";
import { createTurns, type TakeTurn } from "./scenario-turns.ts";

export type ScenarioContext = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly desk: ScenarioDesk;
  readonly books: ScenarioBooks;
  /** Turns of those who write to a scenario, by its id. */
  readonly takeTurn: TakeTurn;
};

/** One for a process: what it has read and opened serves every request. */
export function createScenarioContext(
  outside: Pick<ScenarioContext, "store" | "clock" | "ids">,
): ScenarioContext {
  const { store, clock, ids } = outside;
  return {
    ...{ store, clock, ids },
    desk: createScenarioDesk(store),
    books: createScenarioBooks(store.scenarios),
    takeTurn: createTurns(),
  };
}

/** The question whose answer is what the scenario comes to; `own` are the last of its overrides. */
export function questionOf(
  { registerHash, methodologyHash, asOf, envelope }: ScenarioHead,
  content: ScenarioContent,
): DeskQuestion & { readonly own: readonly Override[] } {
  const overrides = overridesIn(content);
  const own = overrides.slice(content.inherited.length);
  return { registerHash, methodologyHash, asOf, envelope, overrides, own };
}
