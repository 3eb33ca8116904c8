/** The state of a history for what is drawn of it. */
import { useSyncExternalStore } from "react";

import type { EditHistory, HistoryState } from "./edit-history.ts";

/** What can be taken back and done again now; draws anew when that changes. */
export function useEditHistory({ subscribe, state }: EditHistory): HistoryState {
  return useSyncExternalStore(subscribe, state);
}
