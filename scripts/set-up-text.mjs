/**
 * What the set-up says, in the language of ZHANBASY_LANGUAGE: Russian unless it is given.
 *
 * Nothing is installed yet when it speaks, so it reads the catalogue itself.
 */
import { readFileSync } from "node:fs";

const LANGUAGES = ["ru", "kk", "en"];

/**
 * The sentence under a key of the section `setup`, with its variables put in.
 *
 * @param {string} key
 * @param {Readonly<Record<string, string>>} variables
 */
export function setUpText(key, variables = {}) {
  const wanted = process.env["ZHANBASY_LANGUAGE"] || "ru";
  const language = LANGUAGES.includes(wanted) ? wanted : "ru";
  const file = new URL(`../packages/core/text/${language}.json`, import.meta.url);
  const { setup } = /** @type {{ setup: Record<string, string> }} */ (
    JSON.parse(readFileSync(file, "utf8"))
  );
  const text = setup[key] || key;
  return text.replace(
    /\{\{(\w+)\}\}/g,
    (/** @type {string} */ all, /** @type {string} */ name) => variables[name] || all,
  );
}
