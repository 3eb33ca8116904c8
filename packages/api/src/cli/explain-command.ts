/**
 * `zhanbasy explain`: why one line of a run or one formula is what it is, as text in a language or
 * as JSON.
 */
import {
  type CalculationRun,
  casesTexts,
  explainFormula,
  explainLine,
  fail,
  formatDate,
  formatDigits,
  formatUnitText,
  type IdScheme,
  type Issue,
  idColumnsOf,
  type Language,
  lineName,
  namesOf,
  type Organisation,
  type Result,
  roundingTexts,
  shownValue,
  type TraceNode,
  type Translate,
  unlessIssues,
} from "@zhanbasy/core";
import { type CommandContext, DONE, type ExitCode, refuse } from "./command.ts";
import {
  malformed,
  missing,
  needed,
  readRunOptions,
  textOf,
  type WrittenOptions,
} from "./options.ts";
import { readOrganisation } from "./organisation-option.ts";
import { printTrace } from "./print-trace.ts";
import { locateFaults, readRun } from "./read-run.ts";
import { type ScenarioSummary, summarizeScenario } from "./scenario-summary.ts";
import { upperFirst } from "./upper-first.ts";

type ExplainOptions = {
  readonly organisation: string;
  /** What is asked about: a line by its name, or a formula. */
  readonly of: "line" | "formula";
  readonly name: string;
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
  const { methodology, result, locate } = await readRun(options.value);
  if (!result.ok) return refuse(result.issues, context, methodology);
  const { run } = result.value;
  const under = summarizeScenario(result.value, run);
  const { organisation, format } = figure.value;
  const traced = locateFaults(explainFigure(run, figure.value), locate);
  if (!traced.ok) return refuse(traced.issues, context, methodology);
  context.print(
    format === "json"
      ? traceJson(run, organisation, under, traced.value)
      : [
          ...scenarioLines(under, context),
          ...traceText(run, figure.value, traced.value, context),
          "",
        ].join("\n"),
  );
  return DONE;
}

function explainFigure(
  run: CalculationRun,
  { organisation, of, name }: ExplainOptions,
): Result<TraceNode> {
  if (of === "line") return explainLine(run, organisation, name);
  const isOfOrganisation = run.plan.formulas.get(name)?.grain.hasOrganisation === true;
  if (isOfOrganisation && organisation === "") {
    return fail(missing("--organisation", "--organisation ID"));
  }
  return explainFormula(run, organisation, name);
}

function readExplainOptions(written: WrittenOptions): Result<ExplainOptions> {
  const issues: Issue[] = [];
  const formula = textOf(written, "formula");
  const of = formula === undefined ? "line" : "formula";
  const name = formula ?? needed(written, "line", issues);
  if (formula !== undefined && textOf(written, "line") !== undefined) {
    issues.push(malformed("--formula", formula, "--line | --formula"));
  }
  const format = written["format"] === "json" ? "json" : "text";
  if (written["format"] !== format) {
    issues.push(malformed("--format", String(written["format"]), "text | json"));
  }
  const organisation = readOrganisation(written, issues);
  return unlessIssues(issues, () => ({ organisation, of, name, format }));
}

function traceJson(
  run: CalculationRun,
  id: string,
  scenario: ScenarioSummary | undefined,
  trace: TraceNode,
): string {
  const { asOf, methodology } = run.plan;
  const head = {
    [idColumnsOf(methodology.idScheme).own]: id,
    year: asOf.budgetYear,
    knownOn: asOf.knownOn,
    methodology: methodology.id,
    demonstration: methodology.isDemonstration,
    ...(scenario === undefined ? {} : { scenario }),
  };
  return `${JSON.stringify({ ...head, trace }, null, 2)}\n`;
}

/** Under which scenario the figure is what it is. */
function scenarioLines(
  scenario: ScenarioSummary | undefined,
  { translate }: CommandContext,
): readonly string[] {
  if (scenario === undefined) return [];
  const { name, identity } = scenario;
  return [translate("calculate.scenario", { name, identity })];
}

function traceText(
  run: CalculationRun,
  { organisation, of }: ExplainOptions,
  trace: TraceNode,
  context: CommandContext,
): readonly string[] {
  const { language, translate } = context;
  const reader = { names: namesOf(run.plan.methodology), language, translate };
  if (of === "formula") {
    return [
      ...whoLines(run, organisation, "trace.city", context),
      ...yearLines(run, organisation, context),
      "",
      translate("trace.value", { value: shownValue(trace, reader) }),
      ...statusLines(trace, "value", context),
      "",
      ...printTrace([trace], reader),
    ];
  }
  const amount = trace.value.kind === "number" ? trace.value : { exact: "0", unit: "" };
  const figure = `${formatDigits(amount.exact, language)}\u202F${formatUnitText(amount.unit, translate)}`;
  return [
    ...headLines(run, organisation, trace, context),
    "",
    translate("trace.amount", { amount: figure }),
    ...casesTexts(trace, reader).map(upperFirst),
    ...statusLines(trace, "amount", context),
    "",
    translate("trace.why"),
    ...roundingTexts(trace, reader),
    ...printTrace(trace.inputs, reader),
  ];
}

function headLines(
  run: CalculationRun,
  id: string,
  trace: TraceNode,
  context: CommandContext,
): readonly string[] {
  const { language, translate } = context;
  const own = run.lines.find((line) => line.organisationId === id && lineName(line) === trace.id);
  return [
    ...whoLines(run, id, "trace.citywide", context),
    ...titleLine(trace, tierLabel(own?.tier ?? "", run, language), language),
    translate("trace.line", {
      tier: tierLabel(own?.tier ?? "", run, language),
      code: own?.budgetCode ?? "",
      method: translate(`method.${own?.method ?? ""}`),
    }),
    ...yearLines(run, id, context),
  ];
}

/** Whose figure it is; `nobody` is said where it is no organisation's. */
function whoLines(
  { plan, snapshot }: CalculationRun,
  id: string,
  nobody: "trace.citywide" | "trace.city",
  { language, translate }: CommandContext,
): readonly string[] {
  const organisation = snapshot.organisations.find((each) => each.id === id);
  if (organisation === undefined) return [translate(nobody)];
  const name = language === "kk" ? organisation.nameKk : organisation.nameRu;
  return [organisationLine({ id, name }, plan.methodology.idScheme, translate)];
}

function yearLines(
  run: CalculationRun,
  id: string,
  { translate }: CommandContext,
): readonly string[] {
  const { asOf, methodology } = run.plan;
  const organisation = run.snapshot.organisations.find((each) => each.id === id);
  return [
    translate("trace.year", { year: asOf.budgetYear, knownOn: formatDate(asOf.knownOn) }),
    ...(organisation === undefined ? [] : lifeLines(organisation, run, translate)),
    ...(methodology.isDemonstration ? [translate("trace.demonstration")] : []),
  ];
}

/** The organisation by name and id; one without a name is called by its id alone. */
function organisationLine(
  { id, name }: { readonly id: string; readonly name: string },
  scheme: IdScheme,
  translate: Translate,
): string {
  switch (scheme) {
    case "bin":
      return translate("trace.organisation", { name, bin: id });
    case "code":
      return name === id ? id : translate("trace.organisationByCode", { name, id });
  }
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

/** How strong the figure is, and why it is not official where it is not. */
function statusLines(
  { status }: TraceNode,
  figure: "amount" | "value",
  { translate }: CommandContext,
): readonly string[] {
  if (status === undefined) return [];
  const line = translate("trace.status", { status: translate(`status.${status}`) });
  const isOfficial = status === "enacted" || status === "local";
  if (isOfficial) return [line];
  const reason = translate(`trace.unofficial.${status}`);
  return [line, translate(`trace.preliminary.${figure}`, { reason })];
}

function tierLabel(tier: string, { plan }: CalculationRun, language: Language): string {
  return plan.methodology.codeLists.get("tier")?.codes.get(tier)?.label[language] ?? tier;
}
