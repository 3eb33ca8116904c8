/**
 * `zhanbasy compare`: the city as it stands beside the year before and beside scenarios, member by
 * member.
 */

import {
  findRunWarnings,
  formatTenge,
  type Issue,
  joinSuccessors,
  lastYearOf,
  ok,
  type Result,
  sideOfRun,
  successionsOf,
  unlessIssues,
} from "@zhanbasy/core";
import { calculateScenario, type ScenarioRun } from "../usecases/calculate-scenario.ts";
import type { City } from "../usecases/read-city.ts";
import { readAnswerOptions, readChoice } from "./answer-options.ts";
import { BY, type By } from "./by-words.ts";
import { type CommandContext, type ExitCode, refuse } from "./command.ts";
import { comparisonAnswer, type NamedSide } from "./comparison-answer.ts";
import { idleWarnings } from "./idle-warnings.ts";
import { allOf, faultsOf } from "./join-results.ts";
import { memberNames } from "./member-names.ts";
import { malformed, textOf, textsOf, type WrittenOptions } from "./options.ts";
import { fileFaults } from "./output-paths.ts";
import { locateFaults, readCityFiles } from "./read-run.ts";
import { giveAnswer } from "./result-output.ts";
import { runRecord, runSentences } from "./run-record.ts";

type CompareOptions = {
  readonly by: By;
  readonly hasLastYear: boolean;
  readonly joinsSuccessors: boolean;
};

export async function compareCommand(
  written: WrittenOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const asked = readAnswerOptions(written, readCompareOptions(written), {
    scenarios: "several-scenarios",
  });
  if (!asked.ok) return refuse(asked.issues, context);
  const { run: options, own, out, isSummary } = asked.value;
  const { methodology, result: city, locate, files } = await readCityFiles(options);
  if (!city.ok) return refuse(city.issues, context, methodology);
  const overwritten = fileFaults({ "--out": out }, files);
  if (overwritten.length > 0) return refuse(overwritten, context);
  const compared = locateFaults(sidesOf(city.value, own, context), locate);
  if (!compared.ok) return refuse(compared.issues, context, methodology);
  const { sides, base, divided, warnings } = compared.value;
  const law = base.run.plan.methodology;
  const names = memberNames(law, [base.run.snapshot], context);
  const answer = comparisonAnswer(
    sides,
    { by: own.by, scheme: law.idScheme, currency: law.currency, names },
    context,
  );
  const head = runRecord(base);
  return giveAnswer(
    {
      ...answer,
      ...{
        record: { ...head, ...answer.record, ...divided },
        rowsName: "rows",
        main: "table",
        methodology,
      },
      sentences: [...runSentences(base, context), ...answer.sentences],
      warnings: [...city.value.warnings, ...warnings.map(locate)],
    },
    { out, isSummary },
    context,
  );
}

function readCompareOptions(written: WrittenOptions): Result<CompareOptions> {
  const issues: Issue[] = [];
  const by = readChoice(written, { name: "by", flag: "--by" }, BY, issues);
  const beside = textOf(written, "with");
  if (beside !== undefined && beside !== "last-year") {
    issues.push(malformed("--with", beside, "last-year"));
  }
  const hasLastYear = beside !== undefined || textsOf(written, "scenario").length === 0;
  const joinsSuccessors = written["joinSuccessors"] === true;
  return unlessIssues(issues, () => ({ by, hasLastYear, joinsSuccessors }));
}

type Compared = {
  readonly base: ScenarioRun;
  readonly sides: readonly NamedSide[];
  /** Who has several successors and so stays by itself, where successors are joined. */
  readonly divided: { readonly divided?: Readonly<Record<string, readonly string[]>> };
  readonly warnings: readonly Issue[];
};

/** Every side calculated, or what is wrong with any of them. */
function sidesOf(
  city: City,
  { hasLastYear, joinsSuccessors }: CompareOptions,
  { translate }: CommandContext,
): Result<Compared> {
  const { inputs } = city;
  const base = calculateScenario(city, undefined);
  const before = allOf(hasLastYear ? [lastYearOf(inputs.snapshot, inputs.asOf)] : []);
  const scenarios = allOf(city.scenarios.map((scenario) => calculateScenario(city, scenario)));
  if (!base.ok || !before.ok || !scenarios.ok) return faultsOf([base, before, scenarios]);
  const sides: readonly NamedSide[] = [
    {
      id: "base",
      label: translate("answer.asItStands"),
      side: sideOfRun(base.value.run),
      record: runRecord(base.value),
    },
    ...before.value.map((side): NamedSide => {
      const record = { year: side.budgetYear, total: formatTenge(side.total) };
      return { id: "last_year", label: translate("answer.lastYear"), side, record };
    }),
    ...scenarios.value.map((each, place): NamedSide => {
      const id = `scenario_${place + 1}` as const;
      return {
        id,
        label: each.scenario?.name ?? id,
        side: sideOfRun(each.run),
        record: runRecord(each),
      };
    }),
  ];
  const successions = successionsOf(inputs.snapshot);
  const joined = sides.map((each) => ({ ...each, side: joinSuccessors(each.side, successions) }));
  return ok({
    ...{ base: base.value, sides: joinsSuccessors ? joined : sides },
    divided: joinsSuccessors ? { divided: Object.fromEntries(successions.divided) } : {},
    warnings: [
      ...findRunWarnings(base.value.run),
      ...city.scenarios.flatMap((scenario) => idleWarnings(inputs, scenario)),
    ],
  });
}
