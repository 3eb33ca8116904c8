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
} from "@zhanbasy/core";
import type { CsvOutput } from "../files/write-csv.ts";
import { amountText } from "./run-record.ts";

const EFFECT = ["organisation_before_stages", "organisation", "city_before_stages", "city"];

/**
 * One row a count, or a count of all periods together; `more` and `fewer` have the reason where
 * there is no amount.
 */
export function marginalCsv({ rows }: MarginalTable): CsvOutput {
  const columns = [
    ...["fact", "key", "span", "count"],
    ...["more", "fewer"].flatMap((step) => [
      ...EFFECT.map((name) => `${step}_${name}`),
      ...[`${step}_lines`, `${step}_absent`],
    ]),
  ];
  const cells = rows.map(({ row, more, fewer }) => [
    ...rowCells(row),
    ...[more, fewer].flatMap(stepCells),
  ]);
  return { columns, rows: cells };
}

function rowCells({ fact, key, span, cells }: CountedRow): readonly string[] {
  const codes = key.map(({ dimension, code }) => `${dimension}=${code}`).join(";");
  return [fact.id, codes, span, cells.map(({ count }) => formatRatio(count)).join(";")];
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
export function cliffsCsv(cliffs: readonly Cliff[]): CsvOutput {
  const columns = [
    ...["fact", "key", "span", "count", "count_from", "count_to"],
    ...["pupil_before", "pupil_crossing", "pupil_after", "jump"],
    ...["rule", "name", "choice", "expression", "old", "new"],
  ];
  const rows = cliffs.flatMap((cliff) =>
    cliff.rules.map((rule) => [
      ...rowCells(cliff.row),
      ...[cliff.counts.map(({ from }) => from), cliff.counts.map(({ to }) => to)].map((counts) =>
        counts.map(formatRatio).join(";"),
      ),
      ...[cliff.before, cliff.crossing, cliff.after, cliff.jump].map((worth) =>
        amountText(worth?.afterStages),
      ),
      ...ruleCells(rule),
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
