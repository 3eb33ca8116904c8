/** A finding as a sentence. */
import type { Language } from "../classification/index.ts";
import { formatDate, formatDigits } from "./format-figure.ts";
import type { Translate } from "./translate.ts";

/** What a sentence needs of a finding. */
export type FindingWords = {
  readonly code: string;
  readonly nameRu: string;
  readonly nameKk: string;
  readonly facts: Readonly<Record<string, string>>;
};

/** The sentence of a finding; the organisation is called by its Kazakh name in Kazakh alone. */
export function describeFinding(
  { code, nameRu, nameKk, facts }: FindingWords,
  translate: Translate,
  language: Language,
): string {
  const words: Record<string, string> = { name: language === "kk" ? nameKk : nameRu };
  for (const [fact, value] of Object.entries(facts)) {
    const text = fact === "closed" ? formatDate(value) : formatDigits(value, language);
    words[fact] = isGrowth(code, fact, value) ? `+${text}` : text;
  }
  const isAbsent = code === "successor-missing" && facts["closed"] === "";
  return translate(`finding.${isAbsent ? "successor-absent" : code}`, words);
}

/** A change is told with its sign. */
function isGrowth(code: string, fact: string, value: string): boolean {
  return code === "amount-jump" && fact === "percent" && !value.startsWith("-");
}
