import { describe, expect, it } from "vitest";
import {
  addWords,
  buildVocabulary,
  codeDecoder,
  codesDecoder,
  vocabularyOf,
} from "../../../packages/core/src/register/vocabulary.ts";
import { registerRules } from "../../support/register-rules.ts";

const { codeLists } = registerRules();
const LANGUAGES = vocabularyOf(codeLists.get("language"));
const FILE = { file: "organisations.csv", columns: [], rows: [] };
const SHEET = { ...FILE, file: "register.xlsx", sheet: "Школы" };

describe("a code", () => {
  it.each([
    ["kk", "kk"],
    ["KK", "kk"],
    ["казахский", "kk"],
    ["  Казахский ", "kk"],
    ["казахский (kk)", "kk"],
    ["kk (en)", "kk"],
    ["немецкий", undefined],
  ])("is found from %s: %s", (text, code) => {
    expect(LANGUAGES.find(text)).toBe(code);
  });

  it("that is unknown is told with the codes of a file and with the words of a sheet", () => {
    const refused = [FILE, SHEET].map((table) => codeDecoder(LANGUAGES, table).decode("немецкий"));
    expect(refused.map((result) => (result.ok ? undefined : result.fault({})))).toMatchObject([
      { code: "code-unknown", facts: { value: "немецкий", expected: "kk, ru, en" } },
      { code: "word-unknown", facts: { expected: "казахский, русский, английский" } },
    ]);
  });

  it("of no list is its own word", () => {
    expect(buildVocabulary(["enrolled"], []).find("Enrolled")).toBe("enrolled");
    expect(vocabularyOf(undefined).find("enrolled")).toBeUndefined();
  });
});

describe("several codes in a cell", () => {
  const decoder = codesDecoder(LANGUAGES, FILE);

  it.each(["ru;kk", "казахский, русский", "kk;ru;kk"])("%s mean the same", (text) => {
    expect(decoder.decode(text)).toEqual({ ok: true, value: "kk;ru" });
  });

  it("are refused with every unknown one named", () => {
    const result = decoder.decode("kk;de;fr");
    expect(result.ok ? undefined : result.fault({}).facts).toMatchObject({ value: "de; fr" });
  });
});

describe("words of a dictionary", () => {
  it("are understood beside those of the list", () => {
    const added = addWords(codeLists, [{ word: "қазақ тілі", code: "kk" }]);
    const languages = vocabularyOf(added.get("language"));
    expect(["қазақ тілі", "казахский"].map(languages.find)).toEqual(["kk", "kk"]);
  });

  it("that mean two codes of a list mean none", () => {
    const added = addWords(codeLists, [
      { word: "оба", code: "kk" },
      { word: "оба", code: "ru" },
    ]);
    expect(vocabularyOf(added.get("language")).find("оба")).toBeUndefined();
  });

  it("of no dictionary change nothing", () => {
    expect(addWords(codeLists, [])).toBe(codeLists);
  });
});
