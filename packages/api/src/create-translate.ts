/** Sentences of core's catalogues in one language, through i18next. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Language, Translate } from "@zhanbasy/core";
import { createInstance, type Resource } from "i18next";

export const LANGUAGES = ["ru", "kk", "en"] as const satisfies readonly Language[];

const FALLBACK = "—";

/** A translator into one language; a key without a text is an error of ours and stops. */
export async function createTranslate(language: Language): Promise<Translate> {
  const require = createRequire(import.meta.url);
  const path = require.resolve(`@zhanbasy/core/text/${language}.json`);
  const translation = JSON.parse(readFileSync(path, "utf8")) as Resource[string];
  const instance = createInstance();
  await instance.init({
    lng: language,
    resources: { [language]: { translation } },
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`no text for ${key}`);
    },
  });
  const translate = (
    key: string,
    variables: Readonly<Record<string, string | number>> = {},
  ): string => {
    const shown: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(variables)) {
      shown[name] = value === "" ? FALLBACK : value;
    }
    return instance.t(key, shown);
  };
  const find = (key: string): string | undefined =>
    instance.exists(key) ? instance.t(key) : undefined;
  return Object.assign(translate, { find });
}
