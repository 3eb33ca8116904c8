/** A short word about a thing: its state, its kind. The word says it, the colour only helps. */
import type { ReactElement, ReactNode } from "react";

import "./pill.css";

/** What a pill is about: nothing special, the matter at hand, care, a stop, a good end. */
export type PillTone = "plain" | "accent" | "warning" | "negative" | "success";

/** The word in its frame. */
export function Pill({
  tone = "plain",
  children,
}: {
  readonly tone?: PillTone;
  readonly children: ReactNode;
}): ReactElement {
  return <span className={`pill pill-${tone}`}>{children}</span>;
}
