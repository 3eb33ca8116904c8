/** The reason given last, offered again for the next edit of the same sitting. */
import { useState } from "react";

const KEY = "zhanbasy.last-reason";

/** The reason, empty before the first; setting it keeps it for this window. */
export function useLastReason(): readonly [string, (reason: string) => void] {
  const [reason, setReason] = useState(() => sessionStorage.getItem(KEY) ?? "");
  const remember = (given: string): void => {
    if (given === "") return;
    sessionStorage.setItem(KEY, given);
    setReason(given);
  };
  return [reason, remember];
}
