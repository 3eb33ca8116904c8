/** Starts of the product inside a test, from its source. */

import type { Surroundings } from "../../packages/api/src/settings.ts";
import { ROOT } from "../../scripts/source-files.ts";

/** Sessions of a start in a test need no file of a data folder. */
const SECRET = "secret-of-a-test-".repeat(3);

/** Lets a child process run the source as this one does. */
const FROM_SOURCE = "--import tsx --conditions=@zhanbasy/source";

/** What a start is told from outside. */
const OURS = /^(?:DATABASE_|ZHANBASY_|PORT$)/;

/** The environment of a child that runs from source, with these variables and no others of ours. */
export function sourceEnvironment(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  return {
    ...Object.fromEntries(others),
    ZHANBASY_LANGUAGE: "en",
    ZHANBASY_SECRET: SECRET,
    NODE_OPTIONS: FROM_SOURCE,
    ...variables,
  };
}

/** The surroundings of a start with these variables. */
export function surroundings(variables: Readonly<Record<string, string>>): Surroundings {
  const isRoot = process.getuid?.() === 0;
  return { env: sourceEnvironment(variables), folder: ROOT, home: ROOT, isRoot };
}
