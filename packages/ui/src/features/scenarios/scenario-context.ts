/**
 * What the parts of a scenario's screen share: the scenario, who looks at it, the words it is told
 * in, the edits on their way, and the way from one section to another.
 */
import type { Person, ScenarioDetail } from "@zhanbasy/api/contract";
import { createContext, useContext } from "react";

import type { EditQueue, QueueView } from "./edit-queue.ts";
import type { ReadOnlyReason } from "./next-step.ts";
import type { ScenarioWords } from "./override-words.ts";

/** The sections below the head, in their order. */
export const SECTIONS = ["edits", "history", "weak-values", "findings", "issue"] as const;

/** A section of the screen. */
export type Section = (typeof SECTIONS)[number];

/** A scenario on view. */
export type ScenarioOnView = {
  readonly scenario: ScenarioDetail;
  readonly person: Person;
  readonly words: ScenarioWords;
  readonly queue: EditQueue;
  readonly queueView: QueueView;
  /** Why this person cannot edit it; undefined where they can. */
  readonly readOnly: ReadOnlyReason | undefined;
  readonly openSection: (section: Section) => void;
};

/** The scenario on view; null outside of its screen. */
export const ScenarioContext = createContext<ScenarioOnView | null>(null);

/** The scenario a component stands in. Throws outside of one. */
export function useScenarioOnView(): ScenarioOnView {
  const onView = useContext(ScenarioContext);
  if (onView === null) throw new Error("useScenarioOnView stands outside of a scenario");
  return onView;
}
