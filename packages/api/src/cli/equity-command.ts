/** `zhanbasy equity`: how even, how well protected and covered the money of a calculation is. */

import {
  type EquityFigure,
  equityOf,
  type Issue,
  ok,
  type PopulationRow,
  type Result,
  unlessIssues,
} from "@zhanbasy/core";
import { readPopulation } from "../files/population-csv.ts";
import { readAnswerOptions } from "./answer-options.ts";
import { type CommandContext, type ExitCode, refuse } from "./command.ts";
import { equityCsv } from "./equity-table.ts";
import { idleWarnings } from "./idle-warnings.ts";
import { malformed, textOf, type WrittenOptions } from "./options.ts";
import { fileFaults } from "./output-paths.ts";
import { readRun } from "./read-run.ts";
import { giveAnswer } from "./result-output.ts";
import { runRecord, runSentences } from "./run-record.ts";

type EquityOptions = {
  readonly sizes: readonly number[] | undefined;
  readonly population: string | undefined;
  /** Attributes, where others are meant than the usual ones. */
  readonly kind: string | undefined;
  readonly capacity: string | undefined;
};

export async function equityCommand(
  written: WrittenOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const asked = readAnswerOptions(written, readEquityOptions(written));
  if (!asked.ok) return refuse(asked.issues, context);
  const { run: options, own, out, isSummary } = asked.value;
  const population = await populationOf(own);
  const { methodology, result, locate, files } = await readRun(options);
  if (!result.ok || !population.ok) {
    const faults = [result, population].flatMap((each) => (each.ok ? [] : each.issues));
    return refuse(faults, context, methodology);
  }
  const read = own.population === undefined ? files : [...files, own.population];
  const overwritten = fileFaults({ "--out": out }, read);
  if (overwritten.length > 0) return refuse(overwritten, context);
  const { run, city, scenario } = result.value;
  const idle = idleWarnings(city.inputs, scenario).map(locate);
  const warnings = [...result.value.warnings, ...idle];
  const question = {
    ...(own.sizes && { sizes: own.sizes }),
    ...(own.kind !== undefined && { kind: own.kind }),
    ...(own.capacity !== undefined && { capacity: own.capacity }),
    population: population.value,
  };
  const figures = equityOf(run, question);
  if (!figures.ok) return refuse(figures.issues, context, methodology);
  return giveAnswer(
    {
      record: { ...runRecord(result.value), definitions: definitions(figures.value, context) },
      ...{
        rowsName: "figures",
        main: "table",
        table: equityCsv(figures.value, run.plan.methodology, context),
        warnings,
        methodology,
      },
      sentences: runSentences(result.value, context),
    },
    { out, isSummary },
    context,
  );
}

function readEquityOptions(written: WrittenOptions): Result<EquityOptions> {
  const issues: Issue[] = [];
  const text = textOf(written, "sizes");
  const sizes = text?.split(",").map((each) => each.trim());
  const areSizes = sizes?.every((each) => /^\d{1,9}$/.test(each)) ?? true;
  if (text !== undefined && !areSizes) issues.push(malformed("--sizes", text, "0,100,300,600"));
  const population = textOf(written, "population");
  const [kind, capacity] = [textOf(written, "kind"), textOf(written, "capacity")];
  return unlessIssues(issues, () => ({ sizes: sizes?.map(Number), population, kind, capacity }));
}

function populationOf({ population }: EquityOptions): Promise<Result<readonly PopulationRow[]>> {
  return population === undefined ? Promise.resolve(ok([])) : readPopulation(population);
}

/** What each figure that was told means, in the language asked for. */
function definitions(
  figures: readonly EquityFigure[],
  { translate }: CommandContext,
): Readonly<Record<string, unknown>> {
  const ids = [...new Set(figures.map(({ id }) => id))];
  return Object.fromEntries(
    ids.map((id) => [
      id,
      {
        name: translate(`equity.figure.${id}.name`),
        definition: translate(`equity.figure.${id}.definition`),
      },
    ]),
  );
}
