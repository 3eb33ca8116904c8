/** An issue as a sentence, with its tokens and the codes of the methodology in words. */
import type { Language } from "../classification/index.ts";
import { formatDate, formatExact } from "./format-figure.ts";
import type { Names } from "./names.ts";
import type { Translate } from "./translate.ts";

/** What a sentence needs of an issue. */
export type IssueWords = {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
};

/** The sentence of an issue, with its tokens and the codes of the methodology in words. */
export function describeIssue(
  { code, facts }: IssueWords,
  translate: Translate,
  language: Language,
  names?: Names,
): string {
  const variables = inWords(facts, translate, language);
  const labelled = names === undefined ? variables : withLabels(variables, names, language);
  // Why an override is idle is a sentence of its own, about the other facts.
  const { why } = facts;
  const whole =
    code === "override-idle" && why !== undefined
      ? { ...labelled, why: translate(`idle.${why}`, labelled) }
      : labelled;
  return translate(`issue.${code}`, whole);
}

/** Which catalogue of words a fact may take its word from. */
const WORDS: Readonly<Record<string, string>> = {
  reason: "reason",
  kind: "kind",
  expected: "token",
  missing: "token",
  limit: "token",
};

/** Facts that are figures of ours: amounts and totals, perhaps a fraction `n/d`. */
const FIGURES = new Set([
  ...["amount", "envelope", "bound", "rest", "floor", "ceiling"],
  ...["target", "least", "greatest", "total", "tolerance", "lacking"],
]);
const FIGURE = /^-?\d+(?:\.\d+|\/\d+)?$/;

/** Facts that are days or amounts of ours, not what stood in the user's cell. */
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAYS = new Set(["validOn", "knownOn", "knownFrom", "from", "to", "opened", "closed"]);

function inWords(
  facts: Readonly<Record<string, string>>,
  translate: Translate,
  language: Language,
): Readonly<Record<string, string>> {
  const words: Record<string, string> = {};
  for (const [name, value] of Object.entries(facts)) {
    words[name] = wordOf(name, value, translate, language);
  }
  return words;
}

function wordOf(name: string, value: string, translate: Translate, language: Language): string {
  if (FIGURES.has(name) && FIGURE.test(value)) return formatExact(value, language);
  if (DAYS.has(name) && ISO_DAY.test(value)) return formatDate(value);
  if (name === "days") return eachOf(value, (day) => (ISO_DAY.test(day) ? formatDate(day) : day));
  if (name === "target") return targetText(value, translate);
  if (name === "causes") return eachOf(value, (cause) => translate.find(`cause.${cause}`));
  const isToken = name in WORDS && /^[\w-]+$/.test(value);
  return (isToken ? translate.find(`${WORDS[name]}.${value}`) : undefined) ?? value;
}

/** What an override touches, with the kind of it in words: `parameter secondary.L`. */
export function targetText(target: string, translate: Translate): string {
  if (target === "envelope city") return translate("kind.envelope-city");
  const [kind = "", ...rest] = target.split(" ");
  return [translate.find(`kind.${kind}`) ?? kind, ...rest].join(" ");
}

/** A list with those of its items in words that have some. */
function eachOf(list: string, wordOfItem: (item: string) => string | undefined): string {
  return list
    .split(", ")
    .map((item) => wordOfItem(item) ?? item)
    .join(", ");
}

/** Facts, tiers, measures and causes by their names in the methodology. */
function withLabels(
  facts: Readonly<Record<string, string>>,
  { labelOfCode, labelOfFact }: Names,
  language: Language,
): Readonly<Record<string, string>> {
  const labelled: Record<string, string> = { ...facts };
  const { fact, tier, measure, causes } = facts;
  const labelOf = (list: string, code: string): string =>
    labelOfCode(list, code)?.[language] ?? code;
  if (fact !== undefined) labelled["fact"] = labelOfFact(fact)?.[language] ?? fact;
  if (tier !== undefined) labelled["tier"] = labelOf("tier", tier);
  if (measure !== undefined) labelled["measure"] = labelOf("measure", measure);
  if (causes !== undefined) labelled["causes"] = eachOf(causes, (each) => labelOf("cause", each));
  return labelled;
}
