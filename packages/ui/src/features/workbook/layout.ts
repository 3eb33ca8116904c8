/** How much room there is; each width has its own arrangement of the frame. */
import { useSyncExternalStore } from "react";

/** From a phone to a desk: below 768, below 1180, below 1440, and wider. */
export type Layout = "phone" | "tablet" | "narrow" | "wide";

const LEAST_WIDTHS: readonly (readonly [Layout, number])[] = [
  ["wide", 1440],
  ["narrow", 1180],
  ["tablet", 768],
];

/** The arrangement for a window of this width in CSS pixels. */
export function layoutFor(width: number): Layout {
  return LEAST_WIDTHS.find(([, least]) => width >= least)?.[0] ?? "phone";
}

/** The arrangement of the window, followed as it changes. */
export function useLayout(): Layout {
  return useSyncExternalStore(watchWidth, () => layoutFor(window.innerWidth));
}

function watchWidth(onChange: () => void): () => void {
  window.addEventListener("resize", onChange);
  return () => window.removeEventListener("resize", onChange);
}
