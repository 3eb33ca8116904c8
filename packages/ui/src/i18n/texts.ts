/**
 * The screens' texts, all three languages in the page: a switch asks nobody. Texts of the screens
 * are the default namespace; the sentences that core's functions write are reached through
 * `createCoreTranslate`.
 */
import type { Translate } from "@zhanbasy/core";
import coreEn from "@zhanbasy/core/text/en.json";
import coreKk from "@zhanbasy/core/text/kk.json";
import coreRu from "@zhanbasy/core/text/ru.json";
import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";

import en from "./en.json";
import kk from "./kk.json";
import { findLanguage, LANGUAGES, type Language } from "./language.ts";
import ru from "./ru.json";

const REMEMBERED = "zhanbasy.language";
const ABSENT = "—";

/** The texts of the page, in the language the person chose last, Russian at first. */
export const texts: i18n = createInstance();

texts.on("languageChanged", (language) => {
  document.documentElement.lang = language;
});

void texts.use(initReactI18next).init({
  lng: rememberedLanguage(),
  fallbackLng: false,
  supportedLngs: [...LANGUAGES],
  ns: ["screen", "core"],
  defaultNS: "screen",
  resources: {
    ru: { screen: ru, core: coreRu },
    kk: { screen: kk, core: coreKk },
    en: { screen: en, core: coreEn },
  },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Switches every text on the page, and the language the page declares. */
export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(REMEMBERED, language);
  await texts.changeLanguage(language);
}

/** Speaks the language that a person's account has, unless one was chosen in this browser. */
export function adoptLanguage(language: Language): void {
  if (localStorage.getItem(REMEMBERED) === null) void texts.changeLanguage(language);
}

/**
 * Texts of core in one language, for its wording functions. A key without a text is an error of
 * ours and stops.
 */
export function createCoreTranslate(language: Language): Translate {
  const text = texts.getFixedT(language, "core");
  const translate = (
    key: string,
    variables: Readonly<Record<string, string | number>> = {},
  ): string => {
    if (!texts.exists(key, { lng: language, ns: "core" })) throw new Error(`no text for ${key}`);
    const shown: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(variables)) {
      shown[name] = value === "" ? ABSENT : value;
    }
    return text(key, shown);
  };
  const find = (key: string): string | undefined =>
    texts.exists(key, { lng: language, ns: "core" }) ? text(key) : undefined;
  return Object.assign(translate, { find });
}

function rememberedLanguage(): Language {
  return findLanguage(localStorage.getItem(REMEMBERED) ?? "") ?? "ru";
}
