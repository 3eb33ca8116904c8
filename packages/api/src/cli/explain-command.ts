/** `zhanbasy explain`: why one line of a run is what it is, as text in a language or as JSON. */
import {
  type CalculationRun,
  explainLine,
  formatDate,
  formatDigits,
  formatUnitText,
  type Issue,
  type Language,
  lineName,
  namesOf,
  type Organisation,
  type Result,
  roundingTexts,
  type TraceNode,
  type Translate,
  unlessIssues,
} from "@zhanbasy/core";
import { type CommandContext, DONE, type ExitCode, refuse } from "./command.ts";
import { malformed, needed, readRunOptions, type WrittenOptions } from "./options.ts";
import { printTrace } from "./print-trace.ts";
import { readRun } from "./read-run.ts";

type ExplainOptions = {
  readonly bin: string;
  readonly line: string;
  readonly format: "text" | "json";
};

export async function explainCommand(
  written: WrittenOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const options = readRunOptions(written);
  const figure = readExplainOptions(written);
  if (!options.ok || !figure.ok) {
    return refuse(
      [options, figure].flatMap((each) => (each.ok ? [] : each.issues)),
      context,
    );
  }
  const { methodology, result } = await readRun(options.value);
  if (!result.ok) return refuse(result.issues, context, methodology);
  const { run } = result.value;
  const { bin, line, format } = figure.value;
  const traced = explainLine(run, bin, line);
  if (!traced.ok) return refuse(traced.issues, context, methodology);
  context.print(
    format === "json"
      ? traceJson(run, bin, traced.value)
      : `${traceText(run, bin, traced.value, context).join("\n")}\n`,
  );
  return DONE;
}

function readExplainOptions(written: WrittenOptions): Result<ExplainOptions> {
  const issues: Issue[] = [];
  const line = needed(written, "line", issues);
  const format = written["format"] === "json" ? "json" : "text";
  if (written["format"] !== format) {
    issues.push(malformed("--format", String(written["format"]), "text | json"));
  }
  const bin = typeof written["bin"] === "string" ? written["bin"] : "";
  return unlessIssues(issues, () => ({ bin, line, format }));
}

function traceJson(run: CalculationRun, bin: string, trace: TraceNode): string {
  const { asOf, methodology } = run.plan;
  const head = {
    bin,
    year: asOf.budgetYear,
    knownOn: asOf.knownOn,
    methodology: methodology.id,
    demonstration: methodology.isDemonstration,
  };
  return `${JSON.stringify({ ...head, trace }, null, 2)}\n`;
}

function traceText(
  run: CalculationRun,
  bin: string,
  trace: TraceNode,
  context: CommandContext,
): readonly string[] {
  const { language, translate } = context;
  const amount = trace.value.kind === "number" ? trace.value : { exact: "0", unit: "" };
  const reader = { names: namesOf(run.plan.methodology), language, translate };
  const figure = `${formatDigits(amount.exact, language)}\u202F${formatUnitText(amount.unit, translate)}`;
  return [
    ...headLines(run, bin, trace, context),
    "",
    translate("trace.amount", { amount: figure }),
    ...statusLines(trace, context),
    "",
    translate("trace.why"),
    ...roundingTexts(trace, reader),
    ...printTrace(trace.inputs, reader),
  ];
}

function headLines(
  run: CalculationRun,
  bin: string,
  trace: TraceNode,
  { language, translate }: CommandContext,
): readonly string[] {
  const { asOf, methodology } = run.plan;
  const organisation = run.snapshot.organisations.find(({ id }) => id === bin);
  const name = language === "kk" ? organisation?.nameKk : organisation?.nameRu;
  const own = run.lines.find((line) => line.organisationId === bin && lineName(line) === trace.id);
  return [
    organisation === undefined
      ? translate("trace.citywide")
      : translate("trace.organisation", { name: name ?? "", bin }),
    ...titleLine(trace, tierLabel(own?.tier ?? "", run, language), language),
    translate("trace.line", {
      tier: tierLabel(own?.tier ?? "", run, language),
      code: own?.budgetCode ?? "",
      method: translate(`method.${own?.method ?? ""}`),
    }),
    translate("trace.year", { year: asOf.budgetYear, knownOn: formatDate(asOf.knownOn) }),
    ...(organisation === undefined ? [] : lifeLines(organisation, run, translate)),
    ...(methodology.isDemonstration ? [translate("trace.demonstration")] : []),
  ];
}

/** The line's own name, unless it says the same as its tier. */
function titleLine({ label, id }: TraceNode, tier: string, language: Language): readonly string[] {
  const title = label?.[language] ?? id;
  return title.toLowerCase() === tier.toLowerCase() ? [] : [title];
}

/** What of an organisation's life bears on the months of this year. */
function lifeLines(
  { openedOn, closedOn, successorIds }: Organisation,
  { plan }: CalculationRun,
  translate: Translate,
): readonly string[] {
  const lines: string[] = [];
  const { budgetYear } = plan.asOf;
  if (openedOn > plan.yearStart && openedOn.startsWith(`${budgetYear}`)) {
    lines.push(translate("trace.opened", { date: formatDate(openedOn) }));
  }
  if (closedOn === undefined || closedOn > `${budgetYear}-12-31`) return lines;
  lines.push(translate("trace.closed", { date: formatDate(closedOn) }));
  if (successorIds.length > 0) {
    lines.push(translate("trace.successors", { names: successorIds.join(", ") }));
  }
  return lines;
}

function statusLines({ status }: TraceNode, { translate }: CommandContext): readonly string[] {
  if (status === undefined) return [];
  const line = translate("trace.status", { status: translate(`status.${status}`) });
  const isOfficial = status === "enacted" || status === "local";
  return isOfficial ? [line] : [line, translate("trace.preliminary")];
}

function tierLabel(tier: string, { plan }: CalculationRun, language: Language): string {
  return plan.methodology.codeLists.get("tier")?.codes.get(tier)?.label[language] ?? tier;
}
