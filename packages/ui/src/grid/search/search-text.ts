/**
 * Texts brought to one form in which they are compared: without regard to case, ё, kinds of spaces,
 * minus signs and quotes, the decimal sign, and the grouping of digits.
 */
import type { Language } from "../../i18n/language.ts";

/** What is looked for: all forms that a person may have meant. */
export type Needles = { readonly texts: readonly string[]; readonly isWhole: boolean };

const SPACE = /\s/;
const DIGIT = /\d/;
const LETTER = /\p{L}/u;
const GROUP = /^\d{3}(?!\d)/;
const SAME: Readonly<Record<string, string>> = {
  ...{ ё: "е", "\u2212": "-", "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-" },
  ...{ "\u2014": "-", "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "’": "'" },
};

/** The compared form. Where each of its letters stood in the text is added to `origins`. */
export function foldText(text: string, language: Language, origins?: number[]): string {
  let folded = "";
  let isAfterSpace = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (SPACE.test(sign)) {
      isAfterSpace = folded !== "";
      continue;
    }
    if (isAfterSpace && isSpaceKept(folded, text, index)) {
      folded += " ";
      origins?.push(index - 1);
    }
    isAfterSpace = false;
    const same = foldSign(sign, folded, text.slice(index + 1, index + 5), language);
    folded += same;
    for (let count = 0; count < same.length; count += 1) origins?.push(index);
  }
  return folded;
}

/** The forms of what a person typed; none where nothing was. */
export function needlesOf(typed: string, isWhole: boolean, language: Language): Needles {
  const joined = typed.replace(/(?<=\d)\s+(?=\d)/gu, "");
  const forms = [typed, joined].flatMap((text) => [foldText(text, language), foldText(text, "ru")]);
  const texts = isWhole ? forms.map((form) => plainNumber(form.replace(/₸$/u, ""))) : forms;
  return { texts: [...new Set(texts)].filter((text) => text !== ""), isWhole };
}

/** Whether a folded text holds one of the needles, or is one of them. */
export function holdsNeedle(folded: string, { texts, isWhole }: Needles): boolean {
  if (!isWhole) return texts.some((text) => folded.includes(text));
  const whole = plainNumber(folded);
  return texts.includes(whole);
}

/** Whether a figure may hold one of the needles: figures are written without letters. */
export function mayBeFigure({ texts }: Needles): boolean {
  return texts.some((text) => !LETTER.test(text));
}

/** Whether everything that the later needles find was found by the earlier ones too. */
export function isNarrower(later: Needles, earlier: Needles): boolean {
  if (earlier.isWhole) return false;
  return later.texts.every((text) => earlier.texts.some((part) => text.includes(part)));
}

/** A space between groups of digits, before a sign of a unit and after № says nothing. */
function isSpaceKept(before: string, text: string, index: number): boolean {
  const sign = text.charAt(index);
  if (sign === "%" || sign === "₸" || before.endsWith("№")) return false;
  return !(DIGIT.test(before.slice(-1)) && GROUP.test(text.slice(index, index + 4)));
}

function foldSign(sign: string, before: string, after: string, language: Language): string {
  if (sign === "," && DIGIT.test(before.slice(-1)) && DIGIT.test(after.charAt(0))) {
    return language === "en" && GROUP.test(after) ? "" : ".";
  }
  const low = sign.toLowerCase();
  return SAME[low] ?? low;
}

/** `731136.00` and `731136` are one number. */
function plainNumber(folded: string): string {
  return /^[+-]?\d+\.\d*$/.test(folded) ? folded.replace(/\.?0*$/, "") : folded;
}
