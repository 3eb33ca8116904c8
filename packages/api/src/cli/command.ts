/** What every command is given and gives back. */
import {
  describeIssue,
  type Issue,
  type Language,
  type Methodology,
  namesOf,
  type Translate,
} from "@zhanbasy/core";
import { type IssueRecord, issueLine, issueRecord, type Severity } from "./fault-lines.ts";

export const DONE = 0;
/** What was proved is not as it was. */
export const DIFFERENT = 1;
export const REFUSED = 2;
export type ExitCode = typeof DONE | typeof DIFFERENT | typeof REFUSED;

export type CommandContext = {
  readonly language: Language;
  readonly translate: Translate;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
};

/** Prints issues as lines of JSON on standard error. */
export function printIssues(
  issues: readonly Issue[],
  severity: Severity,
  context: CommandContext,
  methodology?: Methodology,
): void {
  const { language, translate, printError } = context;
  const names = methodology && namesOf(methodology);
  for (const found of issues) {
    printError(issueLine(found, severity, describeIssue(found, translate, language, names)));
  }
}

/** Warnings as records, each with its sentence. */
export function warningRecords(
  warnings: readonly Issue[],
  { language, translate }: CommandContext,
  methodology: Methodology | undefined,
): readonly IssueRecord[] {
  const names = methodology && namesOf(methodology);
  return warnings.map((found) =>
    issueRecord(found, "warning", describeIssue(found, translate, language, names)),
  );
}

/** Prints the faults of a refused input. */
export function refuse(
  issues: readonly Issue[],
  context: CommandContext,
  methodology?: Methodology,
): ExitCode {
  printIssues(issues, "fault", context, methodology);
  return REFUSED;
}
