/**
 * Issues as lines of JSON: one line an issue, with its place, its facts and a sentence in the
 * user's language.
 */
import type { Issue } from "@zhanbasy/core";

export type Severity = "fault" | "warning";

/** What a program reads of an issue; absent parts of the place are left out. */
export type IssueRecord = {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly line?: number;
  readonly column?: string;
  readonly path?: readonly (string | number)[];
  readonly value?: string;
  readonly expected?: string;
  readonly facts: Readonly<Record<string, string>>;
};

export function issueRecord(found: Issue, severity: Severity, message: string): IssueRecord {
  const { offset: _offset, ...place } = found.place;
  const facts: Readonly<Record<string, string>> = found.facts;
  const { value, expected } = facts;
  return {
    severity,
    code: found.code,
    message,
    ...place,
    ...(value === undefined ? {} : { value }),
    ...(expected === undefined ? {} : { expected }),
    facts,
  };
}

export function issueLine(found: Issue, severity: Severity, message: string): string {
  return `${JSON.stringify(issueRecord(found, severity, message))}\n`;
}
