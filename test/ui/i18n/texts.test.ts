import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import en from "../../../packages/ui/src/i18n/en.json";
import kk from "../../../packages/ui/src/i18n/kk.json";
import ru from "../../../packages/ui/src/i18n/ru.json";
import { createCoreTranslate, switchLanguage, texts } from "../../../packages/ui/src/i18n/texts.ts";

const SOURCE = `${import.meta.dirname}/../../../packages/ui/src`;
const PLURAL = /_(one|few|many|other)$/;

describe("the texts of the screens", () => {
  it("have the same keys in every language, and plurals as each language needs", () => {
    expect(stems(kk)).toEqual(stems(ru));
    expect(stems(en)).toEqual(stems(ru));
    for (const [catalogue, forms] of [
      [ru, ["few", "many", "one", "other"]],
      [kk, ["one", "other"]],
      [en, ["one", "other"]],
    ] as const) {
      const keys = keysOf(catalogue);
      for (const stem of keys.filter((key) => PLURAL.test(key)).map(withoutPlural)) {
        const found = keys.filter((key) => PLURAL.test(key) && withoutPlural(key) === stem);
        expect(found.map((key) => key.slice(stem.length + 1)).toSorted(compare)).toEqual(forms);
      }
    }
  });

  it("put the same variables in", () => {
    for (const key of keysOf(ru).filter((each) => !PLURAL.test(each))) {
      expect([key, variablesOf(kk, key)]).toEqual([key, variablesOf(ru, key)]);
      expect([key, variablesOf(en, key)]).toEqual([key, variablesOf(ru, key)]);
    }
  });

  it("are never empty", () => {
    for (const catalogue of [ru, kk, en]) {
      expect(keysOf(catalogue).filter((key) => textOf(catalogue, key).trim() === "")).toEqual([]);
    }
  });

  it("exist for every key that the source asks for by name", () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" });
    const asked = files
      .filter((file) => /[.]tsx?$/.test(file))
      .flatMap((file) => [
        ...readFileSync(`${SOURCE}/${file}`, "utf8").matchAll(/\bt\(\s*"([\w.]+)"/g),
      ])
      .map(([, key = ""]) => key);
    const known = new Set([...keysOf(ru), ...stems(ru)]);
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe("a switch of the language", () => {
  it("changes the texts and what the page declares, and is remembered", async () => {
    await switchLanguage("kk");
    expect(texts.t("frame.panel")).toBe("Неге осынша");
    expect(document.documentElement.lang).toBe("kk");
    expect(localStorage.getItem("zhanbasy.language")).toBe("kk");
    await switchLanguage("ru");
    expect(texts.t("frame.panel")).toBe("Почему столько");
  });
});

describe("texts of core", () => {
  it("come in the asked language, an empty variable as a dash", () => {
    const translate = createCoreTranslate("en");
    expect(translate("place.file", { file: "" })).toBe("file —");
    expect(createCoreTranslate("ru")("place.row", { row: 7 })).toBe("строка 7");
  });

  it("that do not exist are not found, and asking for one stops", () => {
    const translate = createCoreTranslate("ru");
    expect(translate.find("place.nowhere")).toBeUndefined();
    expect(() => translate("place.nowhere")).toThrow("no text for place.nowhere");
  });
});

type Catalogue = { readonly [key: string]: string | Catalogue };

function keysOf(catalogue: Catalogue, before = ""): readonly string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === "string" ? [before + key] : keysOf(value, `${before}${key}.`),
  );
}

function textOf(catalogue: Catalogue, key: string): string {
  let node: Catalogue | string | undefined = catalogue;
  for (const part of key.split(".")) node = typeof node === "object" ? node[part] : undefined;
  return typeof node === "string" ? node : "";
}

function variablesOf(catalogue: Catalogue, key: string): readonly string[] {
  const found = [...textOf(catalogue, key).matchAll(/\{\{(\w+)\}\}/g)];
  return [...new Set(found.map(([, name = ""]) => name))].toSorted(compare);
}

function stems(catalogue: Catalogue): readonly string[] {
  return [...new Set(keysOf(catalogue).map(withoutPlural))].toSorted(compare);
}

function withoutPlural(key: string): string {
  return key.replace(PLURAL, "");
}

function compare(left: string, right: string): number {
  return left < right ? -1 : 1;
}
