/**
 * The text that this page copied last. It is written with a decimal comma in every language, and
 * is read so again where another program passed it on without its HTML.
 */
import type { Language } from "../../i18n/language.ts";

let copied: string | null = null;

/** Remembers what was copied. */
export function rememberText(text: string): void {
  copied = bare(text);
}

/** The language in which numbers of a pasted text are to be read. */
export function languageOfText(text: string, language: Language): Language {
  return copied !== null && bare(text) === copied ? "ru" : language;
}

/** Systems change line breaks on the way. */
function bare(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").trimEnd();
}
