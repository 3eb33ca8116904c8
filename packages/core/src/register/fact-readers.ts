/** How the cells of a fact's rows are read: its period, the codes of its dimensions, its number. */
import { issue } from "../kernel/index.ts";
import { type Decoded, type Decoder, decoded, memoize, undecoded } from "./cell.ts";
import { factKey } from "./fact-key.ts";
import { factValueDecoder } from "./fact-value.ts";
import { expectedPeriods, findPeriod, fitsCalendar } from "./period.ts";
import type { RawTable } from "./raw-table.ts";
import type { FactDefinition, NamedFact, RegisterRules } from "./register-rules.ts";
import { codeDecoder, vocabularyOf } from "./vocabulary.ts";

/** Reads the rows that bear one name. */
export type FactReader = {
  readonly name: string;
  /** Facts that are made of these rows: of the budget year, of years before. */
  readonly facts: readonly FactDefinition[];
  readonly period: Decoder<string>;
  /** Canonical text of the codes. */
  readonly key: Decoder<string>;
  readonly hasKey: boolean;
  readonly value: Decoder<string>;
};

const YEAR = /^(?:19|20|21)\d{2}$/;

/** The reader of a name in the column of facts; other names are refused, with a like one. */
export function factReaders(rules: RegisterRules, table: RawTable): Decoder<FactReader> {
  const readers = new Map<string, FactReader>();
  for (const fact of rules.facts) {
    if (fact.source !== "facts") continue;
    const known = readers.get(fact.measure) ?? factReader(fact, rules, table);
    readers.set(fact.measure, { ...known, facts: [...known.facts, fact] });
  }
  return memoize({
    expected: "fact-name",
    decode: (text) => {
      const reader = readers.get(text);
      if (reader !== undefined) return decoded(reader);
      const facts = { name: text, suggestion: rules.suggestFact(text) };
      return undecoded((place) => issue("fact-unknown", place, facts));
    },
  });
}

function factReader(fact: NamedFact, rules: RegisterRules, table: RawTable): FactReader {
  return {
    name: fact.measure,
    facts: [],
    period: memoize(periodDecoder(fact, rules)),
    key: memoize(keyDecoder(fact, rules, table)),
    hasKey: fact.dimensions.length > 0,
    value: memoize(factValueDecoder(fact)),
  };
}

function periodDecoder({ period }: NamedFact, { calendar }: RegisterRules): Decoder<string> {
  const own = calendar.find(({ dimension }) => dimension === period);
  const expected = own === undefined ? "YYYY" : expectedPeriods([own]);
  return {
    expected,
    decode: (text) => {
      const found = own === undefined ? YEAR.exec(text)?.[0] : findPeriod(text);
      if (found !== undefined && (own === undefined || fitsCalendar(found, own))) {
        return decoded(found);
      }
      return undecoded((place) => issue("period-unknown", place, { value: text, expected }));
    },
  };
}

/** Codes in the order of the dimensions, `primary;general`, or named, `level=primary;…`. */
function keyDecoder(fact: NamedFact, rules: RegisterRules, table: RawTable): Decoder<string> {
  const dimensions = fact.dimensions.map(({ dimension }) => ({
    dimension,
    decoder: codeDecoder(vocabularyOf(rules.codeLists.get(dimension)), table),
  }));
  const expected =
    dimensions.length === 0
      ? "empty"
      : dimensions.map(({ dimension }) => `${dimension}=…`).join(";");
  return {
    expected,
    decode: (text) => {
      const names = dimensions.map(({ dimension }) => dimension);
      const parts = findParts(text, names);
      if (parts === undefined) {
        return undecoded((place) => issue("key-malformed", place, { value: text, expected }));
      }
      const codes = new Map<string, string>();
      for (const { dimension, decoder } of dimensions) {
        const code: Decoded<string> = decoder.decode(parts.get(dimension) ?? "");
        if (!code.ok) return code;
        codes.set(dimension, code.value);
      }
      return decoded(factKey(codes));
    },
  };
}

/** What is written for each dimension; nothing unless each is written once. */
function findParts(
  text: string,
  dimensions: readonly string[],
): ReadonlyMap<string, string> | undefined {
  const written = text.split(";").map((part) => part.split("=").map((each) => each.trim()));
  const isNamed = written.every((part) => part.length === 2);
  if (!isNamed && written.some((part) => part.length > 1)) return undefined;
  const parts = new Map(
    written.map((part, place) =>
      isNamed
        ? ([part[0] ?? "", part[1] ?? ""] as const)
        : ([dimensions[place] ?? "", part[0] ?? ""] as const),
    ),
  );
  const isWhole =
    written.length === dimensions.length && dimensions.every((each) => parts.has(each));
  return isWhole ? parts : undefined;
}
