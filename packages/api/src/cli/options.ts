/**
 * Options of the command line, checked all at once; what cannot be read is refused with what is
 * expected.
 */
import {
  type AsOf,
  asOf,
  fail,
  findCalendarDate,
  findTiyn,
  type Issue,
  issue,
  type Language,
  type Result,
  type Tiyn,
  unlessIssues,
} from "@zhanbasy/core";
import { LANGUAGES } from "../create-translate.ts";

/** The options as commander hands them over. */
export type WrittenOptions = Readonly<
  Record<string, string | boolean | readonly string[] | undefined>
>;

/** What a calculation is asked for. */
export type RunOptions = {
  readonly register: string;
  readonly methodology: string;
  readonly asOf: AsOf;
  readonly parameters: string | undefined;
  /** Files, in the order in which they were written. */
  readonly scenarios: readonly string[];
};

/** What each option that must be there looks like. */
const NEEDED = {
  register: "--register FOLDER",
  methodology: "--methodology kz/almaty",
  year: "--year 2026",
  line: "--line TIER/BUDGET_CODE/METHOD | --formula NAME",
} as const;

export function readLanguage(written: WrittenOptions): Language {
  return LANGUAGES.find((language) => language === written["language"]) ?? "ru";
}

/** What is wrong with the language asked for. */
export function languageFaults(written: WrittenOptions): readonly Issue[] {
  const language = textOf(written, "language") ?? "ru";
  if (LANGUAGES.some((each) => each === language)) return [];
  return [malformed("--language", language, LANGUAGES.join(" | "))];
}

/** Under one scenario at most, unless several are asked for. */
export function readRunOptions(
  written: WrittenOptions,
  scenarios: "one-scenario" | "several-scenarios" = "one-scenario",
): Result<RunOptions> {
  const issues: Issue[] = [];
  const register = needed(written, "register", issues);
  const methodology = needed(written, "methodology", issues);
  const year = needed(written, "year", issues);
  issues.push(...languageFaults(written));
  const [, second] = textsOf(written, "scenario");
  if (scenarios === "one-scenario" && second !== undefined) {
    issues.push(malformed("--scenario", second, scenarios));
  }
  if (year !== "" && !/^(19|20|21)\d{2}$/.test(year))
    issues.push(malformed("--year", year, "2026"));
  const known = textOf(written, "knownOn");
  const knownOn = known === undefined ? undefined : findCalendarDate(known);
  if (known !== undefined && knownOn === undefined) {
    issues.push(malformed("--known-on", known, "YYYY-MM-DD"));
  }
  return unlessIssues(issues, () => ({
    register,
    methodology,
    asOf: asOf(Number(year), knownOn),
    parameters: textOf(written, "parameters"),
    scenarios: textsOf(written, "scenario"),
  }));
}

/** An envelope in tenge with at most two decimals; none when the option is not given. */
export function readEnvelope(written: WrittenOptions): Result<Tiyn | undefined> {
  const text = textOf(written, "envelope");
  if (text === undefined) return { ok: true, value: undefined };
  const amount = findAmount(text);
  if (amount !== undefined) return { ok: true, value: amount };
  return fail(malformed("--envelope", text, "amount"));
}

/** Tenge as people write them, with at most two decimals and not negative; else nothing. */
export function findAmount(text: string): Tiyn | undefined {
  const plain = text.replace(/[\s\u00A0\u202F\u2009]/g, "").replace(",", ".");
  const amount = findTiyn(plain);
  return amount !== undefined && amount >= 0n ? amount : undefined;
}

/** Names of formulas in the order of their columns, each once; none when nothing is asked. */
export function readFormulas(written: WrittenOptions): Result<readonly string[]> {
  const text = textOf(written, "formulas");
  if (text === undefined) return { ok: true, value: [] };
  const names = text.split(",").map((name) => name.trim());
  const isWhole = names.every((name) => name !== "");
  if (isWhole) return { ok: true, value: [...new Set(names)] };
  return fail(malformed("--formulas", text, "formula-names"));
}

/** A file for the protection ledger, always CSV; none when the option is not given. */
export function readProtections(written: WrittenOptions): Result<string | undefined> {
  const path = textOf(written, "protections");
  if (path === undefined || /\.csv$/i.test(path)) return { ok: true, value: path };
  return fail(malformed("--protections", path, "*.csv"));
}

/** A file for a table or a whole result; none when the option is not given. */
export function readOutput(written: WrittenOptions): Result<string | undefined> {
  const out = textOf(written, "out");
  if (out === undefined || /\.(csv|json)$/i.test(out)) return { ok: true, value: out };
  return fail(malformed("--out", out, "*.csv | *.json"));
}

export function needed(
  written: WrittenOptions,
  name: keyof typeof NEEDED,
  issues: Issue[],
): string {
  const text = textOf(written, name);
  if (text === undefined) issues.push(missing(`--${name}`, NEEDED[name]));
  return text ?? "";
}

export function missing(option: string, expected: string): Issue {
  return issue("option-missing", {}, { option, expected });
}

export function malformed(option: string, value: string, expected: string): Issue {
  return issue("option-malformed", {}, { option, value, expected });
}

/** All that was written for an option that may be repeated, in order. */
export function textsOf(written: WrittenOptions, name: string): readonly string[] {
  const value = written[name];
  if (typeof value === "string") return [value];
  return typeof value === "object" ? value : [];
}

/** What was written for an option; nothing when it was left out. */
export function textOf(written: WrittenOptions, name: string): string | undefined {
  const value = written[name];
  return typeof value === "string" ? value : undefined;
}
