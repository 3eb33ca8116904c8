/** Overrides as texts of the screen: what they are about, and their values with units. */
import type { Override } from "@zhanbasy/core";
import { useTranslation } from "react-i18next";

import {
  type OverrideTitle,
  type ScreenText,
  titleOfOverride,
  unitOfOverride,
  valueOfOverride,
} from "./override-words.ts";
import { useScenarioOnView } from "./scenario-context.ts";

/** How the screen tells an override. */
export type OverrideTexts = {
  readonly partsOf: (override: Override) => OverrideTitle;
  /** Title and detail in one line. */
  readonly titleOf: (override: Override) => string;
  readonly unitOf: (override: Override) => string;
  readonly saidOf: (override: Override, digits: string | null) => string;
};

/** In the language of the page and the words of the scenario's methodology. */
export function useOverrideTexts(): OverrideTexts {
  const { t } = useTranslation();
  const { words } = useScenarioOnView();
  const text: ScreenText = (key, variables = {}) => t(key, variables);
  const partsOf = (override: Override): OverrideTitle => titleOfOverride(override, words, text);
  return {
    partsOf,
    titleOf: (override) => {
      const { title, detail } = partsOf(override);
      return detail === "" ? title : `${title} · ${detail}`;
    },
    unitOf: (override) => unitOfOverride(override, words),
    saidOf: (override, digits) => valueOfOverride(override, digits, words, text),
  };
}
