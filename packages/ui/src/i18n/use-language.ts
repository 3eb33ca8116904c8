/** The language of the page and the way to change it. */
import { useTranslation } from "react-i18next";

import { findLanguage, type Language } from "./language.ts";
import { switchLanguage } from "./texts.ts";

/** The language the page speaks now; setting it switches every text without a reload. */
export function useLanguage(): {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
} {
  const { i18n } = useTranslation();
  return {
    language: findLanguage(i18n.language) ?? "ru",
    setLanguage: (language) => void switchLanguage(language),
  };
}
