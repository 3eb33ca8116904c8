/** What a start says to the person who typed it. */
import type { Translate } from "@zhanbasy/core";

export type Console = {
  /** Standard output: the address, and nothing else. */
  readonly print: (text: string) => void;
  /** Standard error: everything else. */
  readonly printError: (text: string) => void;
};

/** Says the sentence `start.<key>` of the catalogues. */
export type Say = (key: string, facts?: Readonly<Record<string, string>>) => void;

/** Sentences go to standard error, one on a line. */
export function createSay({ printError }: Console, translate: Translate): Say {
  return (key, facts = {}) => printError(`${translate(`start.${key}`, facts)}\n`);
}
