/** Names, values and formulas of a trace in words of a language. */
import type { TraceNode, TraceText, TraceValue } from "../calculation/index.ts";
import type { Language } from "../classification/index.ts";
import { ORGANISATION_GROUP } from "../methodology/index.ts";
import { formatValue } from "./format-figure.ts";
import type { Names } from "./names.ts";
import type { Translate } from "./translate.ts";

/** For whom a trace is told, and in whose names. */
export type TraceReader = {
  readonly names: Names;
  readonly language: Language;
  readonly translate: Translate;
};

/** The codes of a cell in words. */
export function keyText({ key }: TraceNode, reader: TraceReader): string {
  return key.map(({ dimension, code }) => labelOfKey(dimension, code, reader)).join(", ");
}

/** A part that came from another organisation names it. */
function labelOfKey(dimension: string, code: string, reader: TraceReader): string {
  if (dimension !== ORGANISATION_GROUP) return labelOfCode(dimension, code, reader);
  return reader.translate("trace.from", { organisation: code });
}

function labelOfCode(codeList: string, code: string, { names, language }: TraceReader): string {
  return names.labelOfCode(codeList, code)?.[language] ?? code;
}

/** The value of a node, as people read it. */
export function shownValue({ kind, value }: TraceNode, reader: TraceReader): string {
  if (kind === "presence" && value.kind === "truth") {
    return reader.translate(value.isTrue ? "trace.has" : "trace.hasNot");
  }
  return shown(value, reader);
}

/** What a stage made of an amount: `before → after`, or the amount where it changed nothing. */
export function changeText(node: TraceNode, reader: TraceReader): string {
  const after = shownValue(node, reader);
  const before = node.before === undefined ? after : shown(node.before, reader);
  return before === after ? after : `${before} → ${after}`;
}

/** What is said of a node beside its value: the step of a table, what a stage did and why. */
export function toldTexts({ sentences }: TraceNode, reader: TraceReader): readonly string[] {
  return sentences.map(({ code, facts }) =>
    reader.translate(
      `trace.told.${code}`,
      Object.fromEntries(facts.map(({ name, value }) => [name, shown(value, reader)])),
    ),
  );
}

/** Which cases a line came through, with the formulas that name them. */
export function casesTexts({ cases }: TraceNode, reader: TraceReader): readonly string[] {
  const { names, language, translate } = reader;
  return cases.map(({ formula, label }) => {
    const name = names.labelOfName(formula)?.[language] ?? formula;
    return translate("trace.caseOf", { label: ownText(label, reader), name });
  });
}

/** A text of the law's documents, in the reader's language where they translate it. */
function ownText(text: string, { names, language }: TraceReader): string {
  return names.translationOf(text)?.[language] ?? text;
}

export function shown(value: TraceValue, reader: TraceReader): string {
  const { names, language, translate } = reader;
  const labelOf = (list: string, code: string) => labelOfCode(list, code, reader);
  const ownWord = (unit: string, isOne: boolean) => names.labelOfUnit(unit, isOne)?.[language];
  return formatValue(value, { language, translate, currency: names.currency, labelOf, ownWord });
}

/** What was rounded to what, and how; nothing where rounding changed nothing. */
export function roundingTexts(
  { rounding, value }: TraceNode,
  reader: TraceReader,
): readonly string[] {
  if (rounding === undefined || isSameNumber(rounding.before, value)) return [];
  const { translate } = reader;
  const { before, places, mode } = rounding;
  const facts = {
    before: shown(before, reader),
    after: shown(value, reader),
    places,
    mode: translate(`rounding.${mode}`),
  };
  return [translate("trace.rounding", facts)];
}

function isSameNumber(left: TraceValue, right: TraceValue): boolean {
  return withoutZeros(left) === withoutZeros(right);
}

/** `62105440.00` and `62105440` are one number. */
function withoutZeros(value: TraceValue): string {
  if (value.kind !== "number") return "";
  return value.exact.includes(".") ? value.exact.replace(/\.?0+$/, "") : value.exact;
}

export function caseText(node: TraceNode, reader: TraceReader): string {
  const label = ownText(node.id, reader);
  return reader.translate("trace.case", { label, value: shownValue(node, reader) });
}

/** The expression with its figures put in, in the signs of arithmetic. */
export function fillValues({ text, values }: TraceText, reader: TraceReader): string {
  let filled = "";
  for (const [place, part] of text.split(/⟦(\d+)⟧/).entries()) {
    const value = place % 2 === 0 ? undefined : values[Number(part)];
    if (place % 2 === 0) filled += inSigns(part, reader);
    else if (value !== undefined) filled += afterSign(filled, shown(value, reader));
  }
  return filled;
}

/** A figure below zero stands in brackets behind a sign. */
function afterSign(before: string, figure: string): string {
  return figure.startsWith("−") && /[−+×÷] ?$/.test(before) ? `(${figure})` : figure;
}

const WRITTEN = /('[^']*'|"[^"]*")|(\d+(?:\.\d+)?)(?: ([A-Za-z]\w*(?:[*/][A-Za-z]\w*)*))?/g;

/** A function by its name, or a way of rounding behind the last comma. */
const CALLED = /\b([a-z_]+)\(|, (half-even|down|up)\)/g;

/**
 * A part between figures: functions by their words, signs of arithmetic, and the numbers the
 * formula itself writes.
 */
function inSigns(part: string, reader: TraceReader): string {
  const { translate } = reader;
  return part
    .replace(/\s+/g, " ")
    .replace(CALLED, (all, name?: string, mode?: string) => {
      if (mode !== undefined) return `; ${translate(`rounding.${mode}`)})`;
      return name === undefined ? all : `${translate.find(`formula.${name}`) ?? name}(`;
    })
    .replaceAll(", ", "; ")
    .replaceAll(" * ", " × ")
    .replaceAll(" / ", " ÷ ")
    .replaceAll(" - ", " − ")
    .replace(/(^|[\s(])-(?=\S|$)/g, "$1−")
    .replace(WRITTEN, (_all, quoted?: string, digits?: string, unit?: string) => {
      if (quoted !== undefined) return quoted;
      return shown({ kind: "number", exact: digits ?? "", unit: unit ?? "" }, reader);
    });
}
