/** The figure of the panel's head, exact, with its unit. */
import { divideRounded, formatScaled } from "../../format/scaled.ts";
import { addExact, type ExactValue, parseExact } from "../../grid/exact-value.ts";
import type { Language } from "../../i18n/language.ts";
import type { ActiveFigure } from "../workbook/workbook-context.ts";
import { type FigurePart, partsOf, type Question } from "./figure-question.ts";
import type { FigureWords } from "./figure-words.ts";

const NARROW = "\u202F";

/** `731 136 000,00 ₸`, `1 536,00 чел.`; a dash where there is nothing. */
export function shownFigure(
  figure: ActiveFigure,
  question: Question,
  words: Pick<FigureWords, "columns" | "group" | "shownMembers" | "language" | "translate">,
): string {
  const { columns, language, translate } = words;
  if (question.kind === "nothing") return "—";
  const parts = partsOf(figure, columns, words);
  const people = headcountOf(parts);
  if (question.of === "headcount") {
    return people === undefined
      ? "—"
      : `${formatAverageOf(people, language)}${NARROW}${translate("explanation.people")}`;
  }
  const total = parts.reduce((sum, { amountTiyn }) => sum + amountTiyn, 0n);
  if (question.of === "perHead") return perHead(total, people, language);
  return `${formatScaled(total, 2, language)}${NARROW}₸`;
}

/** All people that the parts count; undefined where none of them counts anybody. */
export function headcountOf(
  parts: readonly Pick<FigurePart, "headcounts">[],
): ExactValue | undefined {
  const counts = parts.flatMap(({ headcounts }) => headcounts.map(parseExact));
  return counts.length === 0 ? undefined : counts.reduce(addExact);
}

/** `1 536,00`: an exact number of people, rounded half away from zero to two decimals. */
export function formatAverageOf(people: ExactValue, language: Language): string {
  return formatScaled(divideRounded(people.numerator * 100n, people.denominator), 2, language);
}

function perHead(total: bigint, people: ExactValue | undefined, language: Language): string {
  if (people === undefined || people.numerator === 0n) return "—";
  const tiyn = divideRounded(total * people.denominator, people.numerator);
  return `${formatScaled(tiyn, 2, language)}${NARROW}₸`;
}
