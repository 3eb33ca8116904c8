/**
 * A formula in words: names by their labels, functions and signs as people write them.
 *
 * Works on tokens, so that the text keeps the order in which the law wrote it. What a name depends
 * on is left out, except for a code that it is asked for: amount['sport'] is told from
 * amount['creative'].
 */
import { type Token, tokenize } from "../methodology/index.ts";
import { formatDigits } from "./format-figure.ts";
import type { TraceReader } from "./trace-words.ts";

/** A piece of a formula: the label of a name, or text between names. */
export type FormulaWord = { readonly name: string | undefined; readonly text: string };

const SIGNS: Readonly<Record<string, string>> = {
  "*": " × ",
  "/": " ÷ ",
  "-": " − ",
  "+": " + ",
  "=": " = ",
  "<>": " ≠ ",
  "<": " < ",
  "<=": " ≤ ",
  ">": " > ",
  ">=": " ≥ ",
  ",": "; ",
  ":": ": ",
};

/** Words that may stand before a bracket and are no functions. */
const CONJUNCTIONS = new Set(["and", "or", "not", "when"]);

/** The pieces in their order; texts joined give the whole formula. */
export function formulaWords(expression: string, reader: TraceReader): readonly FormulaWord[] {
  const tokens = tokenize(expression);
  const words: FormulaWord[] = [];
  let place = 0;
  while (place < tokens.length) {
    const [word, next] = readWord(tokens, place, reader);
    words.push(word);
    place = next;
  }
  return joinTexts(words);
}

function readWord(
  tokens: readonly Token[],
  place: number,
  reader: TraceReader,
): readonly [FormulaWord, number] {
  const token = tokens[place];
  const text = (words: string) => ({ name: undefined, text: words });
  switch (token?.kind) {
    case "number":
      return readNumber(tokens, place, reader);
    case "name":
      return tokens[place + 1]?.text === "(" && !CONJUNCTIONS.has(token.text)
        ? readFunction(tokens, place, reader)
        : readName(tokens, place, reader);
    case "text":
      return [text(inQuotes(codeText(token.text, reader), reader)), place + 1];
    case "sign":
    case "unknown":
      return [text(SIGNS[token.text] ?? token.text), place + 1];
    case "end":
    case undefined:
      return [text(""), place + 1];
  }
}

/** `12 month/year`: a number takes the names of units that follow it. */
function readNumber(
  tokens: readonly Token[],
  place: number,
  { names, language, translate }: TraceReader,
): readonly [FormulaWord, number] {
  const digits = formatDigits(tokens[place]?.text ?? "", language);
  let unit = "";
  let next = place + 1;
  const wordAt = (at: number): string | undefined => {
    const { kind, text = "" } = tokens[at] ?? {};
    if (kind !== "name") return undefined;
    return translate.find(`unit.${text}`) ?? names.labelOfUnit(text, true)?.[language];
  };
  for (let word = wordAt(next); word !== undefined; ) {
    unit += word;
    next += 1;
    const divided = tokens[next]?.text === "/" ? wordAt(next + 1) : undefined;
    if (divided !== undefined) {
      unit += "/";
      next += 1;
    }
    word = divided;
  }
  const text = unit === "" ? digits : `${digits}\u202F${unit}`;
  return [{ name: undefined, text }, next];
}

/** `sum(over month, level:` names what is summed over; any other function is its own word. */
function readFunction(
  tokens: readonly Token[],
  place: number,
  reader: TraceReader,
): readonly [FormulaWord, number] {
  const name = tokens[place]?.text ?? "";
  const word = reader.translate.find(`formula.${name}`) ?? name;
  if (tokens[place + 2]?.text !== "over") return [{ name: undefined, text: `${word}(` }, place + 2];
  const end = tokens.findIndex((token, at) => at > place && token.text === ":");
  const over = tokens
    .slice(place + 3, end)
    .filter(({ kind }) => kind === "name")
    .map(({ text }) => lowerFirst(labelOf(text, reader)));
  return [{ name: undefined, text: `${word} (${over.join(", ")}: ` }, end + 1];
}

/** A name with the codes it is asked for; the dimensions it depends on are passed over. */
function readName(
  tokens: readonly Token[],
  place: number,
  reader: TraceReader,
): readonly [FormulaWord, number] {
  const name = tokens[place]?.text ?? "";
  const word = reader.translate.find(`formula.${name}`);
  const hasIndex = tokens[place + 1]?.text === "[";
  if (name === "by") return [{ name: undefined, text: `; ${word ?? name}: ` }, place + 1];
  if (word !== undefined && !hasIndex) return [{ name: undefined, text: ` ${word} ` }, place + 1];
  const label = word ?? labelOf(name, reader);
  if (!hasIndex) return [{ name, text: label }, place + 1];
  const end = closingBracket(tokens, place + 1);
  const codes = tokens
    .slice(place + 2, end)
    .filter(({ kind }) => kind === "text")
    .map(({ text }) => codeText(text, reader));
  const text = codes.length === 0 ? label : `${label} [${codes.join(", ")}]`;
  return [{ name, text }, end + 1];
}

/** Where the bracket that opens at `open` closes; indexes may stand in indexes. */
function closingBracket(tokens: readonly Token[], open: number): number {
  let depth = 0;
  return tokens.findIndex(({ text }, at) => {
    if (at < open) return false;
    if (text === "[") depth += 1;
    else if (text === "]") depth -= 1;
    return depth === 0;
  });
}

function labelOf(name: string, reader: TraceReader): string {
  const { names, language } = reader;
  return names.labelOfName(name)?.[language] ?? resultOf(name, reader) ?? name;
}

/** `cuts.change`: what a stage made of a line, or its pool. */
function resultOf(name: string, { names, language, translate }: TraceReader): string | undefined {
  const point = name.lastIndexOf(".");
  const stage = names.labelOfStage(name.slice(0, point))?.[language];
  const result = name.slice(point + 1);
  if (stage === undefined || translate.find(`trace.result.${result}`) === undefined) {
    return undefined;
  }
  return lowerFirst(translate(`trace.result.${result}`, { stage }));
}

function codeText(code: string, { names, language }: TraceReader): string {
  const label = names.labelOfAnyCode(code) ?? names.translationOf(code);
  return label?.[language] ?? code;
}

function inQuotes(text: string, { language }: TraceReader): string {
  return language === "en" ? `“${text}”` : `«${text}»`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function joinTexts(words: readonly FormulaWord[]): readonly FormulaWord[] {
  const joined: FormulaWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (word.name === undefined && last?.name === undefined && last !== undefined) {
      joined.splice(-1, 1, { name: undefined, text: last.text + word.text });
    } else if (word.text !== "") {
      joined.push(word);
    }
  }
  return joined.map(({ name, text }) => ({ name, text: text.replace(/ {2,}/g, " ") }));
}
