/** `zhanbasy marginal`: what one pupil more or fewer is worth, and where the thresholds are. */

import {
  findCliffs,
  formatDigits,
  type Issue,
  marginalPupils,
  namesOf,
  type Result,
  unlessIssues,
} from "@zhanbasy/core";
import { type CsvOutput, formatCsv } from "../files/write-csv.ts";
import type { WholeFile } from "../files/write-whole-file.ts";
import { readAnswerOptions } from "./answer-options.ts";
import { type CommandContext, type ExitCode, refuse } from "./command.ts";
import { modelWarnings } from "./idle-warnings.ts";
import { cliffsCsv, keyCodes, marginalCsv } from "./marginal-tables.ts";
import { malformed, missing, textOf, type WrittenOptions } from "./options.ts";
import { readOrganisation } from "./organisation-option.ts";
import { readModel } from "./read-run.ts";
import { giveAnswer, recordsOf } from "./result-output.ts";
import { cityRecord, citySentence } from "./run-record.ts";

type MarginalOptions = {
  readonly organisation: string;
  readonly reach: number;
  /** Where thresholds go; none when nobody asks. */
  readonly cliffs: string | undefined;
};

const REACH = 10;
const REACH_LIMIT = 1000;

export async function marginalCommand(
  written: WrittenOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const outputs = { "--cliffs": textOf(written, "cliffs") };
  const asked = readAnswerOptions(written, readMarginalOptions(written), { outputs });
  if (!asked.ok) return refuse(asked.issues, context);
  const { run: options, own, out, isSummary } = asked.value;
  const read = await readModel(options, { "--out": out, ...outputs });
  const { methodology, result: opened, locate } = read;
  if (!opened.ok) return refuse(opened.issues, context, methodology);
  const { model } = opened.value;
  const table = marginalPupils(model, own.organisation);
  if (!table.ok) return refuse(table.issues, context, methodology);
  const found = findCliffs(model, own.organisation, own.reach);
  if (!found.ok) return refuse(found.issues, context, methodology);
  const warnings = modelWarnings(opened.value.city, opened.value.scenario).map(locate);
  const { language, translate } = context;
  const reader = { names: namesOf(opened.value.plan.methodology), language, translate };
  const cliffs = cliffsCsv(found.value.cliffs, reader);
  const { refused } = found.value;
  const record = {
    ...{ ...cityRecord(opened.value), organisation: own.organisation, reach: own.reach },
    cliffs: recordsOf(cliffs),
    unknown: refused.map(({ row, distance, issues }) => ({
      ...{ fact: row.fact.id, key: keyCodes(row), distance },
      codes: [...new Set(issues.map(({ code }) => code))],
    })),
  };
  const counted = (list: readonly unknown[]): string => formatDigits(`${list.length}`, language);
  const sentences = [
    citySentence(opened.value, model.totals.total, context),
    translate("answer.cliffs", { count: counted(found.value.cliffs), reach: own.reach }),
    ...(refused.length === 0
      ? []
      : [translate("answer.cliffsUnknown", { count: counted(refused) })]),
  ];
  return giveAnswer(
    {
      ...{
        record,
        rowsName: "rows",
        main: "table",
        table: marginalCsv(table.value, reader),
        methodology,
      },
      ...{ sentences, warnings },
    },
    { out, isSummary, others: cliffFiles(own, cliffs) },
    context,
  );
}

function readMarginalOptions(written: WrittenOptions): Result<MarginalOptions> {
  const issues: Issue[] = [];
  const organisation = readOrganisation(written, issues);
  if (organisation === "" && issues.length === 0) {
    issues.push(missing("--organisation", "--organisation ID"));
  }
  const text = textOf(written, "reach") ?? `${REACH}`;
  const reach = /^\d{1,4}$/.test(text) ? Number(text) : REACH_LIMIT + 1;
  if (reach > REACH_LIMIT) issues.push(malformed("--reach", text, `0…${REACH_LIMIT}`));
  const cliffs = textOf(written, "cliffs");
  if (cliffs !== undefined && !/\.csv$/i.test(cliffs)) {
    issues.push(malformed("--cliffs", cliffs, "*.csv"));
  }
  return unlessIssues(issues, () => ({ organisation, reach, cliffs }));
}

function cliffFiles({ cliffs: path }: MarginalOptions, table: CsvOutput): readonly WholeFile[] {
  return path === undefined ? [] : [{ path, content: formatCsv(table) }];
}
