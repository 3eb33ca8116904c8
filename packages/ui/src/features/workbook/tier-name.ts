/** What a tier is called where there is little room: short, and in full where no short name is. */
import type { Label } from "@zhanbasy/core";
import { useTranslation } from "react-i18next";

import { useLanguage } from "../../i18n/use-language.ts";

/** Gives the short name of a tier from its code and its label in the methodology. */
export function useTierName(): (code: string, label: Label | undefined) => string {
  const { t, i18n } = useTranslation();
  const { language } = useLanguage();
  return (code, label) => {
    const key = `strip.tier.${code}`;
    return i18n.exists(key) ? t(key) : (label?.[language] ?? code);
  };
}
