/**
 * `zhanbasy rebase`: a scenario moved onto another register, methodology or day of knowledge, with
 * what no longer applies.
 */
import {
  type AsOf,
  asOf,
  findCalendarDate,
  formatDigits,
  type Issue,
  issue,
  type RebasedScenario,
  type Result,
  rebaseScenario,
  scenarioDocument,
  targetOf,
  unlessIssues,
} from "@zhanbasy/core";
import { applyTo } from "../usecases/calculate-scenario.ts";
import { type CommandContext, type ExitCode, refuse } from "./command.ts";
import { giveDocument } from "./document-output.ts";
import { distinct, faultsOf } from "./join-results.ts";
import {
  malformed,
  missing,
  type RunOptions,
  readRunOptions,
  textOf,
  textsOf,
  type WrittenOptions,
} from "./options.ts";
import { fileFaults, pathFaults } from "./output-paths.ts";
import { standingText, valueText } from "./override-words.ts";
import { readCityFiles } from "./read-run.ts";
import { cityRecord } from "./run-record.ts";

type RebaseOptions = {
  readonly from: RunOptions;
  readonly to: RunOptions;
  readonly out: string | undefined;
};

export async function rebaseCommand(
  written: WrittenOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const asked = readRebaseOptions(written);
  if (!asked.ok) return refuse(asked.issues, context);
  const { from, to, out } = asked.value;
  const before = await readCityFiles(from);
  const after = await readCityFiles({ ...to, scenarios: [] });
  const { methodology } = after;
  if (!before.result.ok || !after.result.ok) {
    const faults = distinct(faultsOf([before.result, after.result]));
    return refuse(faults.ok ? [] : faults.issues, context, methodology);
  }
  const overwritten = fileFaults({ "--out": out }, before.files);
  if (overwritten.length > 0) return refuse(overwritten, context);
  const [scenario] = before.result.value.scenarios;
  if (scenario === undefined) throw new Error("a scenario was read");
  const { inputs } = before.result.value;
  const rebased = rebaseScenario(scenario, inputs, after.result.value.inputs);
  const applied = applyTo(after.result.value, rebased.scenario);
  if (!applied.ok) return refuse(applied.issues.map(before.locate), context, methodology);
  const { gone, moved, settled } = rebased;
  const count = (list: readonly unknown[]): string =>
    formatDigits(`${list.length}`, context.language);
  return giveDocument(
    {
      document: scenarioDocument(rebased.scenario, undefined),
      record: { ...cityRecord(applied.value), ...rebasedRecord(rebased) },
      sentences: [
        context.translate("answer.rebased", {
          ...{ gone: count(gone), moved: count(moved), settled: count(settled) },
        }),
      ],
      warnings: warningsOf(rebased).map((each) => after.locate(before.locate(each))),
      methodology,
    },
    { out, isSummary: written["summary"] === true },
    context,
  );
}

function readRebaseOptions(written: WrittenOptions): Result<RebaseOptions> {
  const from = readRunOptions(written);
  const issues: Issue[] = from.ok ? [] : [...from.issues];
  if (textsOf(written, "scenario").length === 0) {
    issues.push(missing("--scenario", "--scenario FILE.json"));
  }
  const onto = textOf(written, "onto");
  const ontoMethodology = textOf(written, "ontoMethodology");
  const ontoKnownOn = textOf(written, "ontoKnownOn");
  if ([onto, ontoMethodology, ontoKnownOn].every((each) => each === undefined)) {
    issues.push(missing("--onto", "--onto FOLDER"));
  }
  const day = ontoKnownOn === undefined ? undefined : findCalendarDate(ontoKnownOn);
  if (ontoKnownOn !== undefined && day === undefined) {
    issues.push(malformed("--onto-known-on", ontoKnownOn, "YYYY-MM-DD"));
  }
  const out = textOf(written, "out");
  if (out !== undefined && !/\.json$/i.test(out)) issues.push(malformed("--out", out, "*.json"));
  if (!from.ok || issues.length > 0) return unlessIssues(issues, neverRead);
  const known: AsOf = day === undefined ? from.value.asOf : asOf(from.value.asOf.budgetYear, day);
  const to: RunOptions = {
    ...{ ...from.value, asOf: known, register: onto ?? from.value.register },
    methodology: ontoMethodology ?? from.value.methodology,
  };
  const outputs = { "--out": out };
  const overInputs = [...pathFaults(outputs, from.value), ...pathFaults(outputs, to)];
  return unlessIssues(overInputs.slice(0, 1), () => ({ from: from.value, to, out }));
}

function neverRead(): never {
  throw new Error("options without faults are read");
}

/** What no longer applies by its faults; what stands on another value, or is said already. */
function warningsOf({ gone, moved, settled }: RebasedScenario): readonly Issue[] {
  return [
    ...gone.flatMap(({ issues }) => issues),
    ...moved.map(({ override, before, now }) =>
      issue("override-moved", override.place, {
        target: targetOf(override),
        ...{ before: standingText(before), now: standingText(now) },
      }),
    ),
    ...settled.map((override) =>
      issue("override-settled", override.place, {
        ...{ target: targetOf(override), value: valueText(override) },
      }),
    ),
  ];
}

function rebasedRecord({ gone, moved, settled }: RebasedScenario) {
  return {
    gone: gone.map(({ override, issues }) => ({
      ...{ target: targetOf(override), value: valueText(override), reason: override.reason },
      codes: [...new Set(issues.map(({ code }) => code))],
    })),
    moved: moved.map(({ override, before, now }) => ({
      ...{ target: targetOf(override), value: valueText(override) },
      ...{ before: standingText(before), now: standingText(now) },
    })),
    settled: settled.map((override) => ({
      ...{ target: targetOf(override), value: valueText(override) },
    })),
  };
}
