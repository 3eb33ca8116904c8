/**
 * What a command found, given back alike by all: a table as CSV, everything as JSON, in a file or
 * on standard output, with sentences for people.
 */
import { ENGINE_VERSION, type Issue, type Methodology, type Result } from "@zhanbasy/core";
import { type CsvOutput, formatCsv } from "../files/write-csv.ts";
import { type WholeFile, writeWholeFiles } from "../files/write-whole-file.ts";
import {
  type CommandContext,
  DONE,
  type ExitCode,
  printIssues,
  refuse,
  warningRecords,
} from "./command.ts";

/** One answer in its forms. */
export type CommandAnswer = {
  /** What a program reads without the table. */
  readonly record: Readonly<Record<string, unknown>>;
  /** What the table is called in JSON. */
  readonly rowsName: string;
  readonly table: CsvOutput;
  /** What is said beside a file. */
  readonly sentences: readonly string[];
  /** What is printed where nothing is written to a file. */
  readonly main: "table" | "sentences";
  readonly warnings: readonly Issue[];
  readonly methodology: Methodology | undefined;
};

export type AnswerPaths = {
  /** `.csv` for the table, `.json` for everything. */
  readonly out: string | undefined;
  readonly isSummary: boolean;
  /** Files beside it, written together with it or not at all. */
  readonly others?: readonly WholeFile[];
};

/** Writes the files whole or none of them, then prints; refused when nothing could be written. */
export async function giveAnswer(
  answer: CommandAnswer,
  { out, isSummary, others = [] }: AnswerPaths,
  context: CommandContext,
): Promise<ExitCode> {
  const { methodology, warnings, sentences, main } = answer;
  const own = out === undefined ? [] : [{ path: out, content: fileContent(answer, out, context) }];
  const saved: Result<undefined> = await writeWholeFiles([...own, ...others]);
  if (!saved.ok) return refuse(saved.issues, context, methodology);
  if (isSummary) {
    context.print(`${JSON.stringify(recordOf(answer, context), null, 2)}\n`);
    return DONE;
  }
  printIssues(warnings, "warning", context, methodology);
  const paths = [...own, ...others].map(({ path }) => path);
  const written = paths.map((path) => context.translate("answer.written", { path }));
  const isTable = out === undefined && main === "table";
  context.print(isTable ? formatCsv(answer.table) : `${[...sentences, ...written].join("\n")}\n`);
  return DONE;
}

function fileContent(answer: CommandAnswer, out: string, context: CommandContext): string {
  if (!out.toLowerCase().endsWith(".json")) return formatCsv(answer.table);
  const whole = { ...recordOf(answer, context), [answer.rowsName]: recordsOf(answer.table) };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** The rows of a table by the names of its columns, as text. */
export function recordsOf({
  columns,
  rows,
}: CsvOutput): readonly Readonly<Record<string, string>>[] {
  return Array.from(rows, (row) =>
    Object.fromEntries(columns.map((column, place) => [column, row[place] ?? ""])),
  );
}

function recordOf(
  { record, warnings, methodology }: CommandAnswer,
  context: CommandContext,
): Readonly<Record<string, unknown>> {
  return {
    ...record,
    engineVersion: ENGINE_VERSION,
    warnings: warningRecords(warnings, context, methodology),
  };
}
