/** Sentences of core's catalogues in one language, through i18next. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Issue, Language, Methodology, TraceNode } from "@zhanbasy/core";
import { createInstance, type Resource } from "i18next";
import { formatDate, formatDigits } from "./format-figure.ts";
import type { Translate } from "./translate.ts";

export const LANGUAGES: readonly Language[] = ["ru", "kk", "en"];

const FALLBACK = "—";

/** A translator into one language; a key without a text is an error of ours and stops. */
export async function createTranslate(language: Language): Promise<Translate> {
  const require = createRequire(import.meta.url);
  const path = require.resolve(`@zhanbasy/core/text/${language}.json`);
  const translation = JSON.parse(readFileSync(path, "utf8")) as Resource[string];
  const instance = createInstance();
  await instance.init({
    lng: language,
    resources: { [language]: { translation } },
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`no text for ${key}`);
    },
  });
  const translate = (
    key: string,
    variables: Readonly<Record<string, string | number>> = {},
  ): string => {
    const shown: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(variables)) {
      shown[name] = value === "" ? FALLBACK : value;
    }
    return instance.t(key, shown);
  };
  const find = (key: string): string | undefined =>
    instance.exists(key) ? instance.t(key) : undefined;
  return Object.assign(translate, { find });
}

/** The sentence of an issue, with its tokens and the codes of the methodology in words. */
export function describeIssue(
  { code, facts }: Issue,
  translate: Translate,
  language: Language,
  methodology?: Methodology,
): string {
  const variables = inWords(facts, translate, language);
  const labelled =
    methodology === undefined ? variables : withLabels(variables, methodology, language);
  return translate(`issue.${code}`, labelled);
}

/** Which catalogue of words a fact may take its word from. */
const WORDS: Readonly<Record<string, string>> = {
  reason: "reason",
  kind: "kind",
  expected: "token",
  missing: "token",
};

/** Facts that are days or amounts of ours, not what stood in the user's cell. */
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
  if (name === "amount") return formatDigits(value, language);
  if (DAYS.has(name) && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
  const isToken = name in WORDS && /^[\w-]+$/.test(value);
  return (isToken ? translate.find(`${WORDS[name]}.${value}`) : undefined) ?? value;
}

/** `file headcounts.csv, row 12`: where a value was read, for people. */
export function describeSource(
  { file, sheet, row }: NonNullable<TraceNode["counted"]>,
  translate: Translate,
): string {
  const sheetText = sheet === undefined ? [] : [translate("place.sheet", { sheet })];
  return [translate("place.file", { file }), ...sheetText, translate("place.row", { row })].join(
    ", ",
  );
}

/** Facts, tiers and measures by their names in the methodology. */
function withLabels(
  facts: Readonly<Record<string, string>>,
  { facts: definitions, codeLists }: Methodology,
  language: Language,
): Readonly<Record<string, string>> {
  const labelled: Record<string, string> = { ...facts };
  const { fact, tier, measure } = facts;
  const labelOf = (list: string, code: string): string =>
    codeLists.get(list)?.codes.get(code)?.label[language] ?? code;
  if (fact !== undefined) labelled["fact"] = definitions.get(fact)?.label[language] ?? fact;
  if (tier !== undefined) labelled["tier"] = labelOf("tier", tier);
  if (measure !== undefined) labelled["measure"] = labelOf("measure", measure);
  return labelled;
}
