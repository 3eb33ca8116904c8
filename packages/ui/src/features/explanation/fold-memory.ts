/**
 * Which parts of the panel the person unfolded or folded: kept for every figure and every visit.
 */
import { useState } from "react";

const REMEMBERED = "zhanbasy.explanation.folds";

/** By place: open or not. A place that was never touched has no entry. */
type Folds = Readonly<Record<string, boolean>>;

/** Whether a place is open, and the way to change it. */
export type FoldMemory = {
  readonly isOpen: (place: string, otherwise: boolean) => boolean;
  readonly setOpen: (place: string, isOpen: boolean) => void;
};

/** The folds of this person; what the browser kept and cannot be read counts as none. */
export function useFoldMemory(): FoldMemory {
  const [folds, setFolds] = useState<Folds>(rememberedFolds);
  return {
    isOpen: (place, otherwise) => folds[place] ?? otherwise,
    setOpen: (place, isOpen) => {
      const changed = { ...folds, [place]: isOpen };
      localStorage.setItem(REMEMBERED, JSON.stringify(changed));
      setFolds(changed);
    },
  };
}

function rememberedFolds(): Folds {
  const kept = parsed(localStorage.getItem(REMEMBERED) ?? "{}");
  if (typeof kept !== "object" || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter(
      (entry): entry is [string, boolean] => typeof entry[1] === "boolean",
    ),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
