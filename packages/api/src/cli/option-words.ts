/** The options of the command line as they are written, each once; its help has the same name. */

/** One option of a command. */
export type OptionWords = {
  /** As it is written, with what follows it. */
  readonly flags: string;
  /** The key of its sentence under `help`. */
  readonly help: string;
  /** What holds where nothing is written. */
  readonly otherwise?: string;
  /** It may be written several times; all are kept, in order. */
  readonly isList?: true;
  /** It is kept among all options of this kind in the order in which they were written. */
  readonly isOrdered?: true;
};

const REGISTER = option("--register <folder>", "register");
const METHODOLOGY = option("--methodology <name>", "methodology");
const YEAR = option("--year <year>", "year");
const KNOWN_ON = option("--known-on <date>", "knownOn");
const PARAMETERS = option("--parameters <file>", "parameters");
export const LANGUAGE: OptionWords = {
  ...{ flags: "--language <language>", help: "language", otherwise: "ru" },
};
export const SUMMARY = option("--summary", "summary");
export const SCENARIO: OptionWords = {
  ...{ flags: "--scenario <file>", help: "scenario", isList: true },
};
export const SCENARIOS: OptionWords = {
  ...{ flags: "--scenario <file>", help: "scenarios", isList: true },
};
export const BIN = option("--bin <bin>", "bin");
export const ORGANISATION = option("--organisation <id>", "organisation");

export const BY_WAY = option("--by <way>", "by");
export const OUT_TABLE = option("--out <file>", "outTable");
export const OUT_SCENARIO = option("--out <file>", "outScenario");

/** What every calculation is made of. */
export const RUN_OPTIONS = [REGISTER, METHODOLOGY, YEAR, KNOWN_ON, PARAMETERS, LANGUAGE];

/** An option that is written once and has no value of its own where it is left out. */
export function option(flags: string, help: string): OptionWords {
  return { flags, help };
}

/** An option that is kept among others in the order in which they were written. */
export function ordered(flags: string, help: string): OptionWords {
  return { flags, help, isOrdered: true };
}
