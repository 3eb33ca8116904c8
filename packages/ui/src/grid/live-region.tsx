/** Where a sheet speaks to those who do not see it. A text is drawn without drawing the sheet. */
import { type JSX, useSyncExternalStore } from "react";

/** How soon something is said: when a screen reader has time, or at once. */
export type Urgency = "polite" | "assertive";

/** The number tells a text from the same one said before. */
type Said = { readonly text: string; readonly number: number };

/** What was said last, by urgency, and the way to say more. */
export type Speaker = {
  readonly say: (text: string, urgency: Urgency) => void;
  readonly said: (urgency: Urgency) => Said;
  readonly subscribe: (listener: () => void) => () => void;
};

const SILENCE: Said = { text: "", number: 0 };

/** A speaker that has said nothing yet. */
export function createSpeaker(): Speaker {
  const last: Record<Urgency, Said> = { polite: SILENCE, assertive: SILENCE };
  const listeners = new Set<() => void>();
  return {
    say: (text, urgency) => {
      last[urgency] = { text, number: last[urgency].number + 1 };
      for (const listener of listeners) listener();
    },
    said: (urgency) => last[urgency],
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The live regions of a speaker. A text said twice stands in another element the second time. */
export function LiveRegion({ speaker }: { readonly speaker: Speaker }): JSX.Element {
  const polite = useSyncExternalStore(speaker.subscribe, () => speaker.said("polite"));
  const assertive = useSyncExternalStore(speaker.subscribe, () => speaker.said("assertive"));
  return (
    <>
      <div className="visually-hidden" role="status">
        <span key={polite.number}>{polite.text}</span>
      </div>
      <div className="visually-hidden" role="alert">
        <span key={assertive.number}>{assertive.text}</span>
      </div>
    </>
  );
}
