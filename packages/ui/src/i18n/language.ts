/** The languages of the screens, in the order of the switch. */
export const LANGUAGES = ["ru", "kk", "en"] as const;

/** A language of the screens by its code. */
export type Language = (typeof LANGUAGES)[number];

/** The language of a code, or undefined where we do not speak it. */
export function findLanguage(code: string): Language | undefined {
  return LANGUAGES.find((language) => language === code);
}
