/** Time that passes while somebody waits. */
import { useEffect, useState } from "react";

const STEP_MS = 250;

/** Whole seconds since the component appeared. */
export function useElapsed(): number {
  const [startedAt] = useState(() => Date.now());
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const count = (): void => setSeconds(Math.floor((Date.now() - startedAt) / 1000));
    const timer = setInterval(count, STEP_MS);
    return () => clearInterval(timer);
  }, [startedAt]);
  return seconds;
}
