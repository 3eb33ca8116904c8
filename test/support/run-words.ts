/** Commands without a process: what runCli printed, and what it refused. */
import { fileURLToPath } from "node:url";
import { runCli } from "../../packages/api/src/cli/run-cli.ts";
import type { IssueCode } from "../../packages/core/src/index.ts";

export const CITY = fileURLToPath(new URL("../../packages/api/demo/almaty", import.meta.url));

/** A line of standard error, as a program reads it. */
export type ToldIssue = {
  readonly severity: "fault" | "warning";
  readonly code: IssueCode;
  readonly message: string;
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
  readonly expected?: string;
  readonly facts: Readonly<Record<string, string>>;
};

export type CommandRun = {
  readonly exitCode: number;
  readonly printed: string;
  readonly told: readonly ToldIssue[];
};

export async function runWords(...words: readonly string[]): Promise<CommandRun> {
  const printed: string[] = [];
  const errors: string[] = [];
  const exitCode = await runCli(words, {
    print: (text) => {
      printed.push(text);
    },
    printError: (text) => {
      errors.push(text);
    },
  });
  const lines = errors.join("").split("\n");
  const told = lines.filter((line) => line !== "").map((line) => JSON.parse(line) as ToldIssue);
  return { exitCode, printed: printed.join(""), told };
}

/** A command on the demonstration city of 2026; later words win. */
export function runOnCity(command: string, ...words: readonly string[]): Promise<CommandRun> {
  const city = ["--register", CITY, "--methodology", "kz/almaty", "--year", "2026"];
  return runWords(command, ...city, ...words);
}

/** Codes of the faults, in the order in which they were told. */
export function faultCodes({ told }: CommandRun): readonly string[] {
  return told.filter(({ severity }) => severity === "fault").map(({ code }) => code);
}
