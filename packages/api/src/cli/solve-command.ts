/** `zhanbasy solve`: the value at which a sum comes nearest to its limit without passing it. */

import { basename, dirname, relative } from "node:path";
import {
  fail,
  type Issue,
  type ParameterOverride,
  type Result,
  type Scenario,
  type Solution,
  scenarioDocument,
  solve,
  type Tiyn,
  tiyn,
} from "@zhanbasy/core";
import type { WholeFile } from "../files/write-whole-file.ts";
import type { ScenarioModel } from "../usecases/calculate-scenario.ts";
import { readAnswerOptions } from "./answer-options.ts";
import { type CommandContext, type ExitCode, refuse } from "./command.ts";
import { modelWarnings } from "./idle-warnings.ts";
import { memberNames } from "./member-names.ts";
import { nameCodes } from "./name-codes.ts";
import { malformed, missing, textOf, type WrittenOptions } from "./options.ts";
import { locateFaults, readModel } from "./read-run.ts";
import { giveAnswer } from "./result-output.ts";
import { moneyText } from "./run-record.ts";
import { scopeText } from "./scope-words.ts";
import { solutionAnswer } from "./solution-answer.ts";
import { readSolveOptions, type SolveOptions } from "./solve-options.ts";

export async function solveCommand(
  written: WrittenOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const outputs = { "--save-scenario": textOf(written, "saveScenario") };
  const asked = readAnswerOptions(written, readSolveOptions(written), { outputs });
  if (!asked.ok) return refuse(asked.issues, context);
  const { run: options, own, out, isSummary } = asked.value;
  const read = await readModel(options, { "--out": out, ...outputs });
  const { methodology, result: opened, locate } = read;
  if (!opened.ok) return refuse(opened.issues, context, methodology);
  const solution = locateFaults(answerTo(opened.value, own), locate);
  if (!solution.ok) return refuse(solution.issues.map(asOption), context, methodology);
  const warnings = modelWarnings(opened.value.city, opened.value.scenario).map(locate);
  const answer = solutionAnswer(opened.value, own.scope, solution.value, context);
  const [parent] = options.scenarios;
  return giveAnswer(
    { ...answer, rowsName: "organisations", main: "sentences", warnings, methodology },
    { out, isSummary, others: scenarioFiles(opened.value, own, parent, solution.value, context) },
    context,
  );
}

function answerTo(opened: ScenarioModel, own: SolveOptions): Result<Solution> {
  const { levers, scope, headroom } = own;
  const limit = own.limit ?? envelopeOf(opened, own);
  if (limit === undefined) return fail(missing("--limit", "--limit 432000000000.00"));
  const named = nameCodes(levers, opened.inputs.methodology);
  if (!named.ok) return named;
  const target = tiyn(limit - headroom);
  return solve(opened.model, { levers: named.value, scope, target, place: {} });
}

/** What the scenario allows for this very scope. */
function envelopeOf({ envelopes }: ScenarioModel, { scope }: SolveOptions): Tiyn | undefined {
  return envelopes.find((each) => scopeText(each.scope) === scopeText(scope))?.amount;
}

/** A fault of a lever's bound as one of the option that wrote it. */
function asOption(found: Issue): Issue {
  const { path = [], file } = found.place;
  const name = path.at(-1);
  if (file !== undefined) return found;
  const isBound = name === "least" || name === "greatest" || name === "step";
  if (isBound && found.code === "number-out-of-range") {
    return malformed(`--${name}`, found.facts.value, found.facts.expected);
  }
  return { ...found, place: {} };
}

/** What was found, on top of the scenario it was found under. */
function scenarioFiles(
  { scenario: parent, plan, inputs }: ScenarioModel,
  { saveScenario: path, scope }: SolveOptions,
  parentPath: string | undefined,
  solution: Solution,
  context: CommandContext,
): readonly WholeFile[] {
  if (path === undefined) return [];
  const { methodology } = plan;
  const names = memberNames(methodology, [inputs.snapshot], context);
  const target = moneyText(solution.target, methodology.currency, context);
  const reason = context.translate("answer.solved", { scope: names.scope(scope), target });
  const overrides = solution.levers.flatMap(({ lever, digits }) =>
    lever.values.map(
      ({ target }, place): ParameterOverride => ({
        ...{ kind: "parameter", ...target, value: digits[place] ?? "", reason, place: {} },
        ...{ author: undefined, madeAt: undefined },
      }),
    ),
  );
  const name = basename(path).replace(/\.json$/i, "");
  const scenario: Scenario = { name, parent, overrides };
  const parentName = parentPath && relative(dirname(path), parentPath);
  const document = scenarioDocument(scenario, parentName);
  return [{ path, content: `${JSON.stringify(document, null, 2)}\n` }];
}
