/** `zhanbasy attribute`: why a calculation comes to another amount than another one. */

import {
  type AsOf,
  asOf,
  attributeChange,
  findCalendarDate,
  findRunWarnings,
  formatTenge,
  type Issue,
  ok,
  type Result,
  tiyn,
  unlessIssues,
} from "@zhanbasy/core";
import { calculateScenario, type ScenarioRun } from "../usecases/calculate-scenario.ts";
import { readAnswerOptions, readChoice } from "./answer-options.ts";
import { attributionCsv, causeRecords, causeSentences } from "./attribution-answer.ts";
import { BY, type By } from "./by-words.ts";
import { type CommandContext, type ExitCode, refuse } from "./command.ts";
import { idleWarnings } from "./idle-warnings.ts";
import { distinct, faultsOf } from "./join-results.ts";
import { memberNames } from "./member-names.ts";
import {
  malformed,
  missing,
  type RunOptions,
  textOf,
  textsOf,
  type WrittenOptions,
} from "./options.ts";
import { fileFaults, pathFaults } from "./output-paths.ts";
import { type Located, locateFaults, readCityFiles } from "./read-run.ts";
import { giveAnswer } from "./result-output.ts";
import { runRecord, runSentences } from "./run-record.ts";

/** What the difference is counted from; nothing where it is as in the calculation itself. */
type Against = {
  readonly scenario: string | undefined;
  readonly register: string | undefined;
  readonly methodology: string | undefined;
  readonly knownOn: AsOf["knownOn"] | undefined;
};

type AttributeOptions = {
  readonly against: Against;
  readonly by: By;
  readonly split: "cause" | "parameter";
};

export async function attributeCommand(
  written: WrittenOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const asked = readAnswerOptions(written, readAttributeOptions(written));
  if (!asked.ok) return refuse(asked.issues, context);
  const { run: to, own, out, isSummary } = asked.value;
  const from = againstOf(to, own.against);
  const overInputs = pathFaults({ "--out": out }, from);
  if (overInputs.length > 0) return refuse(overInputs, context);
  const sides = await readSides(from, to);
  const { methodology, result, locate, files } = sides;
  if (!result.ok) return refuse(result.issues, context, methodology);
  const overwritten = fileFaults({ "--out": out }, files);
  if (overwritten.length > 0) return refuse(overwritten, context);
  const { before, after, warnings } = result.value;
  const found = attributeChange(before.inputs, after.inputs, { by: own.split });
  if (!found.ok) return refuse(found.issues.map(locate), context, methodology);
  const attribution = found.value;
  const { idScheme, currency } = after.run.plan.methodology;
  const registers = [after.run.snapshot, before.run.snapshot];
  const names = memberNames(after.run.plan.methodology, registers, context);
  const table = attributionCsv(attribution, { by: own.by, scheme: idScheme }, names);
  return giveAnswer(
    {
      record: {
        ...{ by: own.by, from: runRecord(before), to: runRecord(after) },
        change: formatTenge(tiyn(after.run.totals.total - before.run.totals.total)),
        causes: causeRecords(attribution, context),
      },
      ...{ rowsName: "rows", main: "table", table },
      sentences: [
        ...[before, after].flatMap((each) => runSentences(each, context)),
        ...causeSentences(attribution, currency, context),
      ],
      ...{ warnings, methodology },
    },
    { out, isSummary },
    context,
  );
}

function readAttributeOptions(written: WrittenOptions): Result<AttributeOptions> {
  const issues: Issue[] = [];
  const by = readChoice(written, { name: "by", flag: "--by" }, BY, issues);
  const words = ["cause", "parameter"] as const;
  const split = readChoice(written, { name: "split", flag: "--split" }, words, issues);
  const day = textOf(written, "againstKnownOn");
  const knownOn = day === undefined ? undefined : findCalendarDate(day);
  if (day !== undefined && knownOn === undefined) {
    issues.push(malformed("--against-known-on", day, "YYYY-MM-DD"));
  }
  const against = {
    ...{ scenario: textOf(written, "againstScenario"), knownOn },
    register: textOf(written, "againstRegister"),
    methodology: textOf(written, "againstMethodology"),
  };
  const isOther = [...Object.values(against), day, ...textsOf(written, "scenario")].some(
    (each) => each !== undefined,
  );
  if (!isOther) issues.push(missing("--scenario", SIDES));
  return unlessIssues(issues, () => ({ against, by, split }));
}

const SIDES =
  "--scenario | --against-scenario | --against-known-on | --against-register | --against-methodology";

function againstOf(to: RunOptions, { scenario, register, methodology, knownOn }: Against) {
  const { budgetYear } = to.asOf;
  return {
    ...to,
    register: register ?? to.register,
    methodology: methodology ?? to.methodology,
    asOf: knownOn === undefined ? to.asOf : asOf(budgetYear, knownOn),
    scenarios: scenario === undefined ? [] : [scenario],
  };
}

type Sides = {
  readonly before: ScenarioRun;
  readonly after: ScenarioRun;
  readonly warnings: readonly Issue[];
};

/** Both calculations; what is wrong with a file that both are read from is told once. */
async function readSides(from: RunOptions, to: RunOptions): Promise<Located<Sides>> {
  const later = await readCityFiles(to);
  const earlier = await readCityFiles(from);
  const both = {
    methodology: later.methodology,
    locate: (found: Issue): Issue => earlier.locate(later.locate(found)),
    files: [...later.files, ...earlier.files],
  };
  if (!earlier.result.ok || !later.result.ok) {
    return { ...both, result: distinct(faultsOf([earlier.result, later.result])) };
  }
  const [first, second] = [earlier.result.value, later.result.value];
  const before = locateFaults(calculateScenario(first, first.scenarios[0]), both.locate);
  const after = locateFaults(calculateScenario(second, second.scenarios[0]), both.locate);
  if (!before.ok || !after.ok) return { ...both, result: distinct(faultsOf([before, after])) };
  const warnings = [
    ...findRunWarnings(after.value.run).map(both.locate),
    ...second.warnings,
    ...[first, second].flatMap(({ inputs, scenarios }) =>
      idleWarnings(inputs, scenarios[0]).map(both.locate),
    ),
  ];
  return { ...both, result: ok({ before: before.value, after: after.value, warnings }) };
}
