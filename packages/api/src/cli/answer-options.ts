/** Options that all commands of scenarios share: what is calculated, and where the answer goes. */
import { type Issue, ok, type Result } from "@zhanbasy/core";
import { faultsOf } from "./join-results.ts";
import {
  malformed,
  type RunOptions,
  readOutput,
  readRunOptions,
  textOf,
  type WrittenOptions,
} from "./options.ts";
import { type OutputPaths, pathFaults } from "./output-paths.ts";

export type AnswerOptions = {
  readonly run: RunOptions;
  readonly out: string | undefined;
  readonly isSummary: boolean;
};

/** Refused with everything that is wrong with them and with the command's own options. */
export function readAnswerOptions<Own>(
  written: WrittenOptions,
  own: Result<Own>,
  {
    outputs = {},
    scenarios = "one-scenario",
  }: {
    readonly outputs?: OutputPaths;
    readonly scenarios?: Parameters<typeof readRunOptions>[1];
  } = {},
): Result<AnswerOptions & { readonly own: Own }> {
  const run = readRunOptions(written, scenarios);
  const out = readOutput(written);
  if (!run.ok || !own.ok || !out.ok) return faultsOf([run, own, out]);
  const faults = pathFaults({ "--out": out.value, ...outputs }, run.value);
  const [first, ...others] = faults;
  if (first !== undefined) return { ok: false, issues: [first, ...others] };
  const isSummary = written["summary"] === true;
  return ok({ run: run.value, own: own.value, out: out.value, isSummary });
}

/** One of the words; the first of them when the option is not given. */
export function readChoice<Word extends string>(
  written: WrittenOptions,
  option: { readonly name: string; readonly flag: string },
  words: readonly [Word, ...Word[]],
  issues: Issue[],
): Word {
  const text = textOf(written, option.name);
  if (text === undefined) return words[0];
  const found = words.find((word) => word === text);
  if (found === undefined) issues.push(malformed(option.flag, text, words.join(" | ")));
  return found ?? words[0];
}
