/**
 * Words of departments, translated into codes: the code itself, its labels in three languages,
 * other words.
 */
import type { Code, CodeList, CodeLists } from "../classification/index.ts";
import { compareIds, issue } from "../kernel/index.ts";
import { type Decoded, type Decoder, decoded, fold, type Undecoded, undecoded } from "./cell.ts";
import type { RawTable } from "./raw-table.ts";

/** The codes that may stand somewhere, and the words for them. */
export type Vocabulary = {
  readonly codes: readonly string[];
  /** What people write for the codes, one word each. */
  readonly words: readonly string[];
  /** The code that a text means; nothing when it means none or several. */
  readonly find: (text: string) => string | undefined;
};

/** A word that a workbook's own dictionary gives for a code. */
export type DictionaryWord = { readonly word: string; readonly code: string };

/** The words that `lists` know for `codes`. */
export function buildVocabulary(codes: Iterable<string>, lists: readonly CodeList[]): Vocabulary {
  const known = new Set(codes);
  const byWord = new Map<string, Set<string>>();
  for (const code of known) {
    for (const word of wordsOf(code, lists)) learn(byWord, fold(word), code);
  }
  return {
    codes: [...known],
    words: [...known].map((code) => preferredWord(code, lists)),
    find: (text) => {
      if (known.has(text)) return text;
      const [code, ...others] = byWord.get(fold(text)) ?? [];
      return others.length === 0 ? code : undefined;
    },
  };
}

/** The words of a whole code list. */
export function vocabularyOf(list: CodeList | undefined): Vocabulary {
  return list === undefined ? buildVocabulary([], []) : buildVocabulary(list.codes.keys(), [list]);
}

/** One code; sheets kept by people expect words, files expect codes. */
export function codeDecoder(vocabulary: Vocabulary, table: RawTable): Decoder<string> {
  const known = table.sheet === undefined ? vocabulary.codes : vocabulary.words;
  const expected = known.join(", ");
  const decode = (text: string): Decoded<string> => {
    const code = vocabulary.find(text);
    return code === undefined ? unknownCode(table, text, expected) : decoded(code);
  };
  return { expected, decode };
}

/** Several codes joined by `;` or `,`; each once, sorted, joined by `;`. */
export function codesDecoder(vocabulary: Vocabulary, table: RawTable): Decoder<string> {
  const { expected } = codeDecoder(vocabulary, table);
  const decode = (text: string): Decoded<string> => {
    const parts = text.split(/[;,]/).map((part) => part.trim());
    const unknown = parts.filter((part) => vocabulary.find(part) === undefined);
    if (unknown.length > 0) return unknownCode(table, unknown.join("; "), expected);
    const codes = new Set(parts.flatMap((part) => vocabulary.find(part) ?? []));
    return decoded([...codes].sort(compareIds).join(";"));
  };
  return { expected, decode };
}

/** Code lists that know the dictionary's words too, each in every list that has its code. */
export function addWords(lists: CodeLists, dictionary: readonly DictionaryWord[]): CodeLists {
  if (dictionary.length === 0) return lists;
  const byCode = new Map<string, string[]>();
  for (const { word, code } of dictionary) byCode.set(code, [...(byCode.get(code) ?? []), word]);
  return new Map([...lists].map(([id, list]) => [id, withWords(list, byCode)]));
}

function unknownCode(table: RawTable, value: string, expected: string): Undecoded {
  const code = table.sheet === undefined ? "code-unknown" : "word-unknown";
  return undecoded((place) => issue(code, place, { value, expected }));
}

function withWords(list: CodeList, byCode: ReadonlyMap<string, readonly string[]>): CodeList {
  const extend = (code: Code): Code => {
    const words = byCode.get(code.code);
    return words === undefined ? code : { ...code, words: [...code.words, ...words] };
  };
  return { ...list, codes: new Map([...list.codes].map(([id, code]) => [id, extend(code)])) };
}

function learn(byWord: Map<string, Set<string>>, word: string, code: string): void {
  const codes = byWord.get(word);
  if (codes === undefined) byWord.set(word, new Set([code]));
  else codes.add(code);
}

function wordsOf(code: string, lists: readonly CodeList[]): readonly string[] {
  const found = lists.flatMap((list) => list.codes.get(code) ?? []);
  const labels = found.flatMap(({ label }) => [label.ru, label.kk, label.en]);
  return [code, ...labels, ...found.flatMap(({ words }) => words)];
}

function preferredWord(code: string, lists: readonly CodeList[]): string {
  return lists.map((list) => list.codes.get(code)?.label.ru).find(Boolean) ?? code;
}
