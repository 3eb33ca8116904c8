/** What a pupil more or fewer is worth, and thresholds, as tables of text. */
import {
  type ChangedRule,
  type Cliff,
  type CountedRow,
  formatRatio,
  formatTenge,
  type MarginalStep,
  type MarginalTable,
  type StagedAmount,
  type TraceReader,
} from "@zhanbasy/core";
import type { CsvOutput } from "../files/write-csv.ts";
import { absenceWords, cliffSentence, rowWords } from "./marginal-words.ts";
import { amountText } from "./run-record.ts";

const EFFECT = ["organisation_before_stages", "organisation", "city_before_stages", "city"];

/**
 * One row a count, or a count of all periods together; `more` and `fewer` have the reason where
 * there is no amount, as codes and in words.
 */
export function marginalCsv({ rows }: MarginalTable, reader: TraceReader): CsvOutput {
  const columns = [
    ...["fact", "key", "span", "count", "name"],
    ...["more", "fewer"].flatMap((step) => [
      ...EFFECT.map((name) => `${step}_${name}`),
      ...[`${step}_lines`, `${step}_absent`, `${step}_why`],
    ]),
  ];
  const cells = rows.map(({ row, more, fewer }) => [
    ...rowCells(row),
    rowWords(row, reader),
    ...[more, fewer].flatMap((step) => [...stepCells(step), absenceWords(step, reader)]),
  ]);
  return { columns, rows: cells };
}

function rowCells(row: CountedRow): readonly string[] {
  const { fact, span, cells } = row;
  return [fact.id, keyCodes(row), span, cells.map(({ count }) => formatRatio(count)).join(";")];
}

/** The codes of a count by their dimensions: `level=primary;programme=general`. */
export function keyCodes({ key }: CountedRow): string {
  return key.map(({ dimension, code }) => `${dimension}=${code}`).join(";");
}

function stepCells(step: MarginalStep): readonly string[] {
  const none = EFFECT.map(() => "");
  switch (step.kind) {
    case "nobody":
      return [...none, "", "nobody"];
    case "refused":
      return [...none, "", step.issues.map(({ code }) => code).join(";")];
    case "effect": {
      const { organisation, city, lines } = step;
      const amounts = [organisation, city].flatMap(stagedCells);
      return [...amounts, lines.map(({ line }) => line.id).join(";"), ""];
    }
  }
}

function stagedCells({ beforeStages, afterStages }: StagedAmount): readonly string[] {
  return [formatTenge(beforeStages), formatTenge(afterStages)];
}

/** One row a rule that changes; what the pupil is worth is after all stages. */
export function cliffsCsv(cliffs: readonly Cliff[], reader: TraceReader): CsvOutput {
  const columns = [
    ...["fact", "key", "span", "count", "name", "count_from", "count_to"],
    ...["pupil_before", "pupil_crossing", "pupil_after", "jump"],
    ...["rule", "rule_id", "choice", "expression", "old", "new", "sentence"],
  ];
  const rows = cliffs.flatMap((cliff) =>
    cliff.rules.map((rule) => [
      ...rowCells(cliff.row),
      rowWords(cliff.row, reader),
      ...[cliff.counts.map(({ from }) => from), cliff.counts.map(({ to }) => to)].map((counts) =>
        counts.map(formatRatio).join(";"),
      ),
      ...[cliff.before, cliff.crossing, cliff.after, cliff.jump].map((worth) =>
        amountText(worth?.afterStages),
      ),
      ...ruleCells(rule),
      cliffSentence(cliff, rule, reader),
    ]),
  );
  return { columns, rows };
}

function ruleCells(rule: ChangedRule): readonly string[] {
  switch (rule.kind) {
    case "choice": {
      const { owner, choice, expression, from, to } = rule;
      return [owner.kind, owner.id, choice, expression, from, to];
    }
    case "line":
      return [rule.kind, rule.line.id, "", "", rule.from, rule.to];
    case "stage": {
      const { stage, line, from, to } = rule;
      return [rule.kind, stage.id, line.id, "", from.join(";"), to.join(";")];
    }
  }
}
