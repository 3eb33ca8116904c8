/** The place of something that is being loaded; it does not move. */
import { type ReactElement, type ReactNode, useEffect, useState } from "react";

import "./skeleton.css";

const QUIET_MS = 150;

/** A bar of the width of what will stand there. */
export function Skeleton({ width }: { readonly width: string }): ReactElement {
  return <span className="skeleton" style={{ width }} aria-hidden="true" />;
}

/** Shows its content after 150 ms, so that a quick answer shows no skeleton at all. */
export function AfterMoment({ children }: { readonly children: ReactNode }): ReactNode {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return isDue ? children : null;
}
