/**
 * `zhanbasy calculate`: a register under a methodology → lines or formulas, and perhaps a summary
 * and what the stages did.
 */
import {
  type CalculationRun,
  type FormulaTable,
  fail,
  findFormulaFaults,
  formatDate,
  formatDigits,
  formatUnitText,
  formulaTable,
  type Issue,
  ok,
  type Result,
} from "@zhanbasy/core";
import type { AppliedCity } from "../usecases/calculate-scenario.ts";
import { readAsked } from "./calculate-options.ts";
import {
  type CommandContext,
  DONE,
  type ExitCode,
  printIssues,
  refuse,
  warningRecords,
} from "./command.ts";
import { idleWarnings } from "./idle-warnings.ts";
import type { WrittenOptions } from "./options.ts";
import { fileFaults } from "./output-paths.ts";
import { locateFaults, type ReadRun, readRun } from "./read-run.ts";
import { formulaRecords, type RunContent, type RunPaths, runCsv, writeRun } from "./run-output.ts";
import { cityEnvelope, type ScenarioSummary, summarizeScenario } from "./scenario-summary.ts";
import { type Summary, summarize } from "./summary.ts";

export async function calculateCommand(
  written: WrittenOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const asked = readAsked(written);
  if ("faults" in asked) return refuse(asked.faults, context);
  const { options, envelope, paths } = asked;
  const read = await readRun(options);
  const { methodology, files } = read;
  const calculated = askFormulas(read, asked.formulas);
  if (!calculated.ok) return refuse(calculated.issues, context, methodology);
  const outputs = { "--out": paths.out, "--protections": paths.protections };
  const overwritten = fileFaults(outputs, files);
  if (overwritten.length > 0) return refuse(overwritten, context);
  const { run, city, formulas, warnings } = calculated.value;
  const summary = {
    ...summarize(
      run,
      envelope ?? cityEnvelope(city),
      warningRecords(warnings, context, methodology),
    ),
    ...scenarioPart(summarizeScenario(city, run)),
  };
  const content = { run, summary, formulas };
  const saved = await writeRun(paths, content);
  if (!saved.ok) return refuse(saved.issues, context, methodology);
  if (written["summary"] === true) {
    context.print(summaryText(content, paths));
    return DONE;
  }
  printIssues(warnings, "warning", context, methodology);
  context.print(resultText(content, paths, context));
  return DONE;
}

function scenarioPart(scenario: ScenarioSummary | undefined): Pick<Summary, "scenario"> {
  return scenario === undefined ? {} : { scenario };
}

type Calculated = {
  readonly run: CalculationRun;
  readonly city: AppliedCity;
  readonly formulas: FormulaTable | undefined;
  readonly warnings: readonly Issue[];
};

/**
 * The run with the formulas that were asked for. Values that only they stand on count as used;
 * where there is no run, names that cannot be asked are told beside what stopped it.
 */
function askFormulas(
  { methodology, result, locate }: ReadRun,
  names: readonly string[],
): Result<Calculated> {
  if (!result.ok) {
    const misnamed = methodology === undefined ? [] : findFormulaFaults(methodology, names);
    const [first, ...others] = result.issues;
    return fail(first, [...others, ...misnamed.map(locate)]);
  }
  const { run, city: base, scenario } = result.value;
  const idle = idleWarnings(base.inputs, scenario).map(locate);
  const found = { city: result.value, warnings: [...result.value.warnings, ...idle] };
  if (names.length === 0) return ok({ ...found, run, formulas: undefined });
  const table = locateFaults(formulaTable(run, names), locate);
  if (!table.ok) return table;
  const { usedParameters, usedTables } = table.value;
  return ok({ ...found, run: { ...run, usedParameters, usedTables }, formulas: table.value });
}

/** One JSON object; it has the formulas where no file has them. */
function summaryText({ run, summary, formulas }: RunContent, { out }: RunPaths): string {
  const isShown = formulas !== undefined && out === undefined;
  const { idScheme } = run.plan.methodology;
  const asked = isShown ? { formulas: formulaRecords(formulas, idScheme) } : {};
  return `${JSON.stringify({ ...summary, ...asked }, null, 2)}\n`;
}

/** The table itself where no file has it; else what was written where. */
function resultText(content: RunContent, paths: RunPaths, context: CommandContext): string {
  const { out, protections } = paths;
  if (out === undefined) return runCsv(content);
  const own = doneText(content, out, context);
  if (protections === undefined) return own;
  const rows = formatDigits(`${content.run.ledger.length}`, context.language);
  const facts = { rows, path: protections };
  return `${own}${context.translate("calculate.doneProtections", facts)}\n`;
}

/** What was written, for which year and as known when. */
function doneText(
  { run, summary, formulas }: RunContent,
  path: string,
  { language, translate }: CommandContext,
): string {
  const { year, knownOn, lines, total } = summary;
  const facts = { year, path, knownOn: formatDate(knownOn) };
  const isTable = formulas !== undefined && !path.toLowerCase().endsWith(".json");
  if (isTable) {
    const rows = formatDigits(`${formulas.rows.length}`, language);
    const more = { rows, columns: formulas.columns.length };
    return `${translate("calculate.doneFormulas", { ...facts, ...more })}\n`;
  }
  const unit = formatUnitText(run.plan.methodology.currency, translate);
  const more = {
    lines: formatDigits(`${lines}`, language),
    total: `${formatDigits(total, language)}\u202F${unit}`,
  };
  const { envelope } = summary;
  const headroom = envelope && `${formatDigits(envelope.headroom, language)}\u202F${unit}`;
  const { scenario } = summary;
  return [
    translate("calculate.done", { ...facts, ...more }),
    ...(scenario === undefined ? [] : [translate("calculate.scenario", scenarioFacts(scenario))]),
    ...(headroom === null ? [] : [translate("calculate.headroom", { headroom })]),
    "",
  ].join("\n");
}

function scenarioFacts({ name, identity }: ScenarioSummary): Readonly<Record<string, string>> {
  return { name, identity };
}
