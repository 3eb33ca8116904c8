/** Starts of the product inside a test, from its source. */

import type { Surroundings } from "../../packages/api/src/settings.ts";
import { ROOT } from "../../scripts/source-files.ts";

/** Lets a child process run the source as this one does. */
const FROM_SOURCE = "--import tsx --conditions=@zhanbasy/source";

/** The environment of a child that runs from source, with these variables and no others of ours. */
export function sourceEnvironment(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, ZHANBASY_DATA: _data, PORT: _port, ...others } = process.env;
  return { ...others, ZHANBASY_LANGUAGE: "en", NODE_OPTIONS: FROM_SOURCE, ...variables };
}

/** The surroundings of a start with these variables. */
export function surroundings(variables: Readonly<Record<string, string>>): Surroundings {
  const isRoot = process.getuid?.() === 0;
  return { env: sourceEnvironment(variables), folder: ROOT, home: ROOT, isRoot };
}
