/** A scenario that a command made, given back as its document: in a file or on standard output. */
import { ENGINE_VERSION, type Issue, type Methodology } from "@zhanbasy/core";
import { writeWholeFiles } from "../files/write-whole-file.ts";
import {
  type CommandContext,
  DONE,
  type ExitCode,
  printIssues,
  refuse,
  warningRecords,
} from "./command.ts";

export type DocumentAnswer = {
  readonly document: unknown;
  /** What a program reads of how it was made. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly sentences: readonly string[];
  readonly warnings: readonly Issue[];
  readonly methodology: Methodology | undefined;
};

/** Writes the document whole or not at all, then prints; refused when it could not be written. */
export async function giveDocument(
  { document, record, sentences, warnings, methodology }: DocumentAnswer,
  { out, isSummary }: { readonly out: string | undefined; readonly isSummary: boolean },
  context: CommandContext,
): Promise<ExitCode> {
  const content = `${JSON.stringify(document, null, 2)}\n`;
  const saved = await writeWholeFiles(out === undefined ? [] : [{ path: out, content }]);
  if (!saved.ok) return refuse(saved.issues, context, methodology);
  if (isSummary) {
    const whole = {
      ...record,
      engineVersion: ENGINE_VERSION,
      warnings: warningRecords(warnings, context, methodology),
    };
    context.print(`${JSON.stringify(whole, null, 2)}\n`);
    return DONE;
  }
  printIssues(warnings, "warning", context, methodology);
  if (out === undefined) context.print(content);
  else {
    const written = context.translate("answer.written", { path: out });
    context.print(`${[...sentences, written].join("\n")}\n`);
  }
  return DONE;
}
