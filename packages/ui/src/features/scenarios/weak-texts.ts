/** Weak values in words: what they are called, for what they hold, their figures. */
import type { WeakValue } from "@zhanbasy/api/contract";
import { useTranslation } from "react-i18next";

import { codeWords, figureText, unitText } from "./override-words.ts";
import { useScenarioOnView } from "./scenario-context.ts";

/** How the screen tells a weak value. */
export type WeakTexts = {
  readonly titleOf: (value: WeakValue) => string;
  /** Codes in words; empty where it holds for all. */
  readonly detailOf: (value: WeakValue) => string;
  readonly figureOf: (value: WeakValue) => string;
  readonly unitOf: (value: WeakValue) => string;
};

/** In the language of the page and the words of the scenario's methodology. */
export function useWeakTexts(): WeakTexts {
  const { t } = useTranslation();
  const { words } = useScenarioOnView();
  return {
    titleOf: ({ label, name, kind }) => {
      if (label !== null) return label[words.language];
      return kind === "envelope" ? t("scenario.edit.envelope") : name;
    },
    detailOf: ({ key }) =>
      codeWords(new Map(key.map(({ dimension, code }) => [dimension, code])), words).join(" · "),
    figureOf: ({ value, unit }) => figureText(value, unit, words),
    unitOf: ({ value, unit }) => unitText(unit, words, value),
  };
}
