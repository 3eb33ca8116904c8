/** Time that runs out while somebody looks. */
import { useEffect, useState } from "react";

const STEP_MS = 250;

/**
 * Milliseconds that are left of so many seconds, counted from when the component appeared; 0 when
 * they are over. A page that slept counts the time it slept.
 */
export function useCountdown(seconds: number): number {
  const [endsAt] = useState(() => Date.now() + seconds * 1000);
  const [left, setLeft] = useState(seconds * 1000);
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setLeft(Math.max(0, endsAt - Date.now())), STEP_MS);
    return () => clearInterval(timer);
  }, [endsAt, isOver]);
  return left;
}
