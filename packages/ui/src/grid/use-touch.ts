/** Whether fingers point at the page: targets are larger then. */
import { useSyncExternalStore } from "react";

const COARSE = "(pointer: coarse)";

/** Follows the device, which may change while the page is open. */
export function useTouch(): boolean {
  return useSyncExternalStore(watchPointer, () => window.matchMedia(COARSE).matches);
}

function watchPointer(onChange: () => void): () => void {
  const query = window.matchMedia(COARSE);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
