/** The sentences of every language: complete, about the same facts, and written in their own script. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ISSUE_FACTS } from "../../../packages/core/src/kernel/index.ts";
import { ROOT } from "../../../scripts/source-files.ts";

type Branch = { readonly [name: string]: string | Branch };
type Catalogue = ReadonlyMap<string, string>;

const LANGUAGES = ["ru", "kk", "en"] as const;
const CYRILLIC_LANGUAGES = ["ru", "kk"] as const;
const PLACEHOLDER = /\{\{(\w+)\}\}/g;
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const CATALOGUES: Readonly<Record<(typeof LANGUAGES)[number], Catalogue>> = {
  ru: readCatalogue("ru"),
  kk: readCatalogue("kk"),
  en: readCatalogue("en"),
};
const CODES = Object.entries(ISSUE_FACTS).map(([code, facts]) => ({ code, facts }));

describe.each(LANGUAGES)("in %s", (language) => {
  const catalogue = CATALOGUES[language];

  it("no text is empty", () => {
    expect([...catalogue].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it.each(CODES)("$code has a sentence about its own facts", ({ code, facts }) => {
    const sentence = catalogue.get(`issue.${code}`);
    expect(sentence).toMatch(/[.]$/);
    expect(placeholdersOf(sentence ?? "")).toEqual([...facts].sort());
  });

  it("no sentence is kept for a code that does not exist", () => {
    const known = new Set(CODES.map(({ code }) => `issue.${code}`));
    const kept = [...catalogue.keys()].filter((key) => key.startsWith("issue."));
    expect(kept.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe.each(["kk", "en"] as const)("%s says what Russian says", (language) => {
  it("under the same keys", () => {
    expect(keysOf(CATALOGUES[language])).toEqual(keysOf(CATALOGUES.ru));
  });

  it("about the same facts", () => {
    const facts = ([key, text]: [string, string]) => [key, placeholdersOf(text)];
    const shared = [...CATALOGUES[language]].filter(([key]) => CATALOGUES.ru.has(key));
    const russian = shared.map(([key]): [string, string] => [key, CATALOGUES.ru.get(key) ?? ""]);
    expect(shared.map(facts)).toEqual(russian.map(facts));
  });

  it("in words of its own", () => {
    const copied = CODES.map(({ code }) => `issue.${code}`).filter(
      (key) => CATALOGUES[language].get(key) === CATALOGUES.ru.get(key),
    );
    expect(copied).toEqual([]);
  });
});

describe.each(CYRILLIC_LANGUAGES)("in %s", (language) => {
  it("every sentence is in Cyrillic", () => {
    const sentences = [...CATALOGUES[language]].filter(([key]) => key.startsWith("issue."));
    expect(sentences.filter(([, text]) => !/\p{Script=Cyrillic}/u.test(bare(text)))).toEqual([]);
  });

  it("no Latin letter hides inside a Cyrillic word", () => {
    expect([...CATALOGUES[language].values()].flatMap(mixedWords)).toEqual([]);
  });
});

it("a Latin letter inside a Cyrillic word is found", () => {
  const latin = "i";
  expect(mixedWords(`Ж${latin}беру: JSON, {{value}}`)).toEqual([`Ж${latin}беру`]);
});

function readCatalogue(language: string): Catalogue {
  const text = readFileSync(`${ROOT}packages/core/text/${language}.json`, "utf8");
  return new Map(flatten(JSON.parse(text) as Branch));
}

function flatten(branch: Branch): readonly (readonly [key: string, text: string])[] {
  return Object.entries(branch).flatMap(([name, inside]) =>
    typeof inside === "string"
      ? [[name, inside] as const]
      : flatten(inside).map(([key, text]) => [`${name}.${key}`, text] as const),
  );
}

/** Plural forms differ from language to language; they count as one key. */
function keysOf(catalogue: Catalogue): readonly string[] {
  return [...new Set([...catalogue.keys()].map((key) => key.replace(PLURAL, "")))].sort();
}

function placeholdersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = ""]) => name))].sort();
}

function bare(text: string): string {
  return text.replaceAll(PLACEHOLDER, " ");
}

function mixedWords(text: string): readonly string[] {
  return (bare(text).match(/\p{L}+/gu) ?? []).filter(
    (word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word),
  );
}
