/** Counts, thresholds and rules in words, for whoever keeps the books of an organisation. */
import {
  type ChangedRule,
  type Cliff,
  type CountedRow,
  describeIssue,
  formatDigits,
  formatRatio,
  formulaWords,
  type MarginalStep,
  type TraceReader,
} from "@zhanbasy/core";
import { moneyText } from "./run-record.ts";

/** A count by its fact and the words of its codes; one of all periods together says so. */
export function rowWords({ fact, key, span }: CountedRow, reader: TraceReader): string {
  const { names, language, translate } = reader;
  const codes = key.map(
    ({ dimension, code }) => names.labelOfCode(dimension, code)?.[language] ?? code,
  );
  const isWholeYear = span === "year" && fact.period !== undefined;
  const parts = isWholeYear ? [...codes, translate("answer.wholeYear")] : codes;
  const label = fact.label[language];
  return parts.length === 0 ? label : `${label}: ${parts.join(", ")}`;
}

/** Why there is no amount, in sentences; empty text where there is one. */
export function absenceWords(step: MarginalStep, reader: TraceReader): string {
  const { names, language, translate } = reader;
  switch (step.kind) {
    case "effect":
      return "";
    case "nobody":
      return translate("answer.nobody");
    case "refused":
      return step.issues.map((each) => describeIssue(each, translate, language, names)).join(" ");
  }
}

/** Where the threshold is, what changes there, and what a child is worth on either side. */
export function cliffSentence(cliff: Cliff, rule: ChangedRule, reader: TraceReader): string {
  const { names, language, translate } = reader;
  const countsOf = (end: "from" | "to"): string =>
    cliff.counts.map((each) => formatDigits(formatRatio(each[end]), language)).join(" / ");
  const money = (amount: Cliff["before"]): string =>
    amount === undefined ? "" : moneyText(amount.afterStages, names.currency, reader);
  return translate("answer.cliff", {
    ...{ row: rowWords(cliff.row, reader), from: countsOf("from"), to: countsOf("to") },
    ...{ rule: ruleLabel(rule, reader), ...sidesOf(rule, reader) },
    ...{ crossing: money(cliff.crossing), before: money(cliff.before) },
  });
}

function ruleLabel(rule: ChangedRule, { language }: TraceReader): string {
  switch (rule.kind) {
    case "choice":
      return rule.owner.label[language];
    case "line":
      return rule.line.label[language];
    case "stage":
      return `${rule.stage.label[language]}, ${rule.line.label[language]}`;
  }
}

/** What applied before the threshold, and what applies behind it. */
function sidesOf(
  rule: ChangedRule,
  reader: TraceReader,
): { readonly old: string; readonly new: string } {
  const both = (textOf: (end: "from" | "to") => string) => ({
    ...{ old: textOf("from"), new: textOf("to") },
  });
  const { translate } = reader;
  switch (rule.kind) {
    case "choice":
      return both((end) => optionWords(rule, rule[end], reader));
    case "line":
      return both((end) => translate(`answer.presence.${rule[end]}`));
    case "stage":
      return both((end) => rule[end].map((code) => translate(`answer.binding.${code}`)).join(", "));
  }
}

/** Choices whose options are pieces of the text of the law. */
const WRITTEN: ReadonlySet<string> = new Set(["if", "min", "max", "clamp"]);

function optionWords(
  { choice }: Extract<ChangedRule, { readonly kind: "choice" }>,
  option: string,
  reader: TraceReader,
): string {
  const { names, language, translate } = reader;
  if (WRITTEN.has(choice)) {
    return formulaWords(option, reader)
      .map(({ text }) => text)
      .join("");
  }
  if (option === "true" || option === "false") return translate(`formula.${option}`);
  if (/^-?\d+(?:\.\d+)?$/.test(option)) return formatDigits(option, language);
  return names.translationOf(option)?.[language] ?? option;
}
