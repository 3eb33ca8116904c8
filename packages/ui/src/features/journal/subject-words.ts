/** What an entry of the journal is about, in words: `scenario 4f0c…` is kept as kind and id. */
import type { TFunction } from "i18next";

/** So many signs of an id or a hash tell it from others on a screen. */
export const SHORT_ID = 8;

/** `Сценарий 4f0c1d2e`; a kind without a word stays as it is written. */
export function subjectWords(subject: string, t: TFunction): string {
  const [kind = "", id = ""] = subject.split(" ");
  const word = t(`journal.subject.${kind}`, { defaultValue: kind });
  return id === "" ? word : `${word} ${id.slice(0, SHORT_ID)}`;
}
