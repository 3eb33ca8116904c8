/** The language of an answer: asked for in the address, else by the browser, else Russian. */
import type { Language, Translate } from "@zhanbasy/core";
import { createTranslate, LANGUAGES } from "../create-translate.ts";

const DEFAULT: Language = "ru";

/** What a request says about languages. */
export type LanguageWish = {
  readonly query: string | undefined;
  readonly acceptLanguage: string | undefined;
};

/** `?language=kk` wins over `Accept-Language: en;q=0.8, kk`; an unknown one is passed over. */
export function chooseLanguage({ query, acceptLanguage = "" }: LanguageWish): Language {
  const asked = findLanguage(query);
  if (asked !== undefined) return asked;
  const wishes = acceptLanguage.split(",").map((wish) => {
    const [tag = "", ...parameters] = wish.split(";").map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
    return { language: findLanguage(tag.split("-")[0]?.toLowerCase()), quality: Number(quality) };
  });
  const wanted = wishes
    .filter(({ language, quality }) => language !== undefined && quality > 0)
    .sort((left, right) => right.quality - left.quality);
  return wanted[0]?.language ?? DEFAULT;
}

function findLanguage(text: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}

const translators = new Map<Language, Promise<Translate>>();

/** The texts of a language, read once. */
export function textsOf(language: Language): Promise<Translate> {
  const known = translators.get(language);
  if (known !== undefined) return known;
  const created = createTranslate(language);
  translators.set(language, created);
  return created;
}
