/** `zhanbasy calculate`: a register under a methodology → lines, and perhaps a summary. */
import { basename, dirname, resolve, sep } from "node:path";
import {
  describeIssue,
  formatDate,
  formatDigits,
  formatUnitText,
  type Issue,
  namesOf,
} from "@zhanbasy/core";
import { linesCsv } from "../files/lines-csv.ts";
import { REGISTER_FILES } from "../files/read-register-folder.ts";
import { type CommandContext, DONE, type ExitCode, printIssues, refuse } from "./command.ts";
import { issueRecord } from "./fault-lines.ts";
import {
  malformed,
  type RunOptions,
  readEnvelope,
  readOutput,
  readRunOptions,
  type WrittenOptions,
} from "./options.ts";
import { readRun } from "./read-run.ts";
import { writeRun } from "./run-output.ts";
import { type Summary, summarize } from "./summary.ts";

export async function calculateCommand(
  written: WrittenOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const options = readRunOptions(written);
  const envelope = readEnvelope(written);
  const output = readOutput(written);
  if (!options.ok || !envelope.ok || !output.ok) {
    return refuse(
      [options, envelope, output].flatMap((each) => (each.ok ? [] : each.issues)),
      context,
    );
  }
  const path = output.value;
  if (path !== undefined && isInput(path, options.value)) {
    return refuse([malformed("--out", path, NO_INPUT)], context);
  }
  const { methodology, result } = await readRun(options.value);
  if (!result.ok) return refuse(result.issues, context, methodology);
  const { run, warnings } = result.value;
  const { language, translate } = context;
  const records = warnings.map((found: Issue) =>
    issueRecord(
      found,
      "warning",
      describeIssue(found, translate, language, methodology && namesOf(methodology)),
    ),
  );
  const summary = summarize(run, envelope.value, records);
  if (path !== undefined) {
    const saved = await writeRun(path, run, summary);
    if (!saved.ok) return refuse(saved.issues, context, methodology);
  }
  if (written["summary"] === true) {
    context.print(`${JSON.stringify(summary, null, 2)}\n`);
    return DONE;
  }
  printIssues(warnings, "warning", context, methodology);
  context.print(
    path === undefined
      ? linesCsv(run.lines)
      : doneText(summary, run.plan.methodology.currency, path, context),
  );
  return DONE;
}

const NO_INPUT = "other-than-input";

/** Whether the output would stand where an input stands: a register is never written over. */
function isInput(path: string, { register, parameters, methodology }: RunOptions): boolean {
  const target = resolve(path);
  if (target.startsWith(resolve(methodology) + sep) && target.endsWith(".json")) return true;
  if (parameters !== undefined && target === resolve(parameters)) return true;
  return dirname(target) === resolve(register) && REGISTER_FILES.includes(basename(target));
}

/** What was written, for which year and as known when. */
function doneText(
  summary: Summary,
  currency: string,
  path: string,
  { language, translate }: CommandContext,
): string {
  const { year, knownOn, lines, total } = summary;
  const facts = {
    ...{ year, path },
    knownOn: formatDate(knownOn),
    lines: formatDigits(`${lines}`, language),
    total: `${formatDigits(total, language)}\u202F${formatUnitText(currency, translate)}`,
  };
  return `${translate("calculate.done", facts)}\n`;
}
