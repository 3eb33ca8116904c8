/** How strong the ground of a value is: a shape and a word, never colour alone. */
import type { ReactElement } from "react";

import "./status-mark.css";

/** Strengths from the strongest to the weakest. */
export const STATUSES = ["enacted", "local", "secondary", "draft", "assumed"] as const;

/** The strength of a ground. */
export type Status = (typeof STATUSES)[number];

/** Which status, and its word in the language of the page. */
export type StatusMarkProps = {
  readonly status: Status;
  readonly word: string;
  /** Without the word on view, where the words stand elsewhere; it is still read aloud. */
  readonly look?: "whole" | "shape";
};

/** The shape with its word. */
export function StatusMark({ status, word, look = "whole" }: StatusMarkProps): ReactElement {
  return (
    <span className={`status-mark status-${status}`}>
      <StatusShape status={status} />
      <span className={look === "shape" ? "visually-hidden" : "status-word"}>{word}</span>
    </span>
  );
}

/** The shape alone; the word must stand beside it. */
export function StatusShape({ status }: { readonly status: Status }): ReactElement {
  return (
    <svg className="status-shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <circle cx="6" cy="6" r="4.6" className={`status-ring status-ring-${status}`} />
      {status === "enacted" ? <circle cx="6" cy="6" r="5" className="status-fill" /> : null}
      {status === "local" ? <path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" className="status-fill" /> : null}
      {status === "secondary" ? <path d="M6 1.4V10.6" className="status-ring" /> : null}
    </svg>
  );
}
