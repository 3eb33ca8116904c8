/**
 * `zhanbasy check-methodology`: every fault of a methodology's documents with document, line and
 * column.
 */
import { checkMethodology } from "../files/read-methodology.ts";
import { type CommandContext, DONE, type ExitCode, refuse } from "./command.ts";
import { languageFaults, textOf, type WrittenOptions } from "./options.ts";

export async function checkMethodologyCommand(
  written: WrittenOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const faults = languageFaults(written);
  if (faults.length > 0) return refuse(faults, context);
  const checked = await checkMethodology(textOf(written, "folder") ?? "");
  if (!checked.ok) return refuse(checked.issues, context);
  const { id, parameters, formulas, lines, years } = checked.value;
  const facts = {
    methodology: id,
    parameters: parameters.size,
    formulas: formulas.size,
    lines: lines.length,
    years: years.join(", "),
  };
  context.print(`${context.translate("methodology.sound", facts)}\n`);
  return DONE;
}
