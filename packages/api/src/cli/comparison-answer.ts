/** A comparison as columns of amounts and changes, and in a few figures for each pair. */
import {
  type AmountChange,
  type ChangePart,
  type ComparedRow,
  type ComparedSide,
  type Comparison,
  changeOfRow,
  compareRuns,
  distributeChanges,
  type FilledBin,
  formatDigits,
  formatRatio,
  formatTenge,
  type IdScheme,
  type SidePair,
  splitCountAndRate,
  summariseChange,
  sumSplits,
  sumTiyn,
  type Tiyn,
} from "@zhanbasy/core";
import type { CsvOutput } from "../files/write-csv.ts";
import { type By, comparedBy, memberColumns } from "./by-words.ts";
import type { CommandContext } from "./command.ts";
import type { MemberNames } from "./member-names.ts";
import { amountText, moneyText, percentText } from "./run-record.ts";

/** The base first; then the year before, where it is asked for; then scenarios. */
export type NamedSide = {
  /** What its column is called. */
  readonly id: "base" | "last_year" | `scenario_${number}`;
  readonly side: ComparedSide;
  /** What people call it. */
  readonly label: string;
  /** What a program reads of it. */
  readonly record: Readonly<Record<string, unknown>>;
};

/** The record, the table and the sentences of a comparison. */
export type ComparisonAnswer = {
  readonly record: Readonly<Record<string, unknown>>;
  readonly table: CsvOutput;
  readonly sentences: readonly string[];
};

/** A change from one column to another: from the year before to the base, from that to the rest. */
type NamedPair = SidePair & {
  readonly name: string;
  readonly ids: readonly [string, string];
  readonly labels: readonly [string, string];
};

/** How the members of a comparison are added up and called, and in which money. */
export type ComparisonWords = {
  readonly by: By;
  readonly scheme: IdScheme;
  readonly currency: string;
  readonly names: Pick<MemberNames, "nameOf">;
};

export function comparisonAnswer(
  sides: readonly NamedSide[],
  { by, scheme, currency, names }: ComparisonWords,
  context: CommandContext,
): ComparisonAnswer {
  const money = (amount: Tiyn): string => moneyText(amount, currency, context);
  const comparison = compareRuns(
    sides.map(({ side }) => side),
    comparedBy(by),
  );
  const pairs = pairsOf(sides);
  const splits = by === "line" ? splitOf(sides) : undefined;
  const changes = pairs.map((pair) => pairRecord(comparison, pair));
  const columns = [
    ...memberColumns(by, scheme),
    ...sides.map(({ id }) => id),
    ...pairs.flatMap(({ name }) => [`${name}_change`, `${name}_percent`]),
    ...(splits === undefined ? [] : SPLIT_COLUMNS),
  ];
  const rows = comparison.rows.map((row) => [
    ...row.member,
    names.nameOf(by, row.member),
    ...row.amounts.map(amountText),
    ...pairs.flatMap((pair) => changeCells(changeOfRow(row, pair))),
    ...(splits === undefined ? [] : splitCells(row, splits, context)),
  ]);
  return {
    record: {
      by,
      sides: sides.map(({ id, record }) => ({ id, ...record })),
      changes,
      ...lastYearRecord(sides, context),
    },
    table: { columns, rows },
    sentences: [
      ...pairs.map((pair) => pairSentence(comparison, pair, money, context)),
      ...lastYearSentences(sides, money, context),
    ],
  };
}

function pairsOf(sides: readonly NamedSide[]): readonly NamedPair[] {
  const base = sides[0]?.label ?? "";
  return sides.slice(1).map(({ id, label }, place) => {
    const other = place + 1;
    return id === "last_year"
      ? { name: "base", ids: [id, "base"], labels: [label, base], from: other, to: 0 }
      : { name: id, ids: ["base", id], labels: [base, label], from: 0, to: other };
  });
}

function changeCells(change: AmountChange | undefined): readonly string[] {
  return [amountText(change?.amount), percentText(change?.share)];
}

function pairRecord(comparison: Comparison, pair: NamedPair) {
  const { change, more, less, same, appeared, gone } = summariseChange(comparison, pair);
  return {
    ...{ from: pair.ids[0], to: pair.ids[1], change: formatTenge(change) },
    percent: percentText(changeOfRow(comparison.total, pair)?.share),
    ...{ more: partRecord(more), less: partRecord(less), same: same.count },
    ...{ appeared: partRecord(appeared), gone: partRecord(gone) },
    distribution: distributeChanges(comparison, pair).map(binRecord),
  };
}

function partRecord({ count, amount }: ChangePart) {
  return { count, amount: formatTenge(amount) };
}

/** Bounds in per cent; `null` at an open end and in bins that have none. */
function binRecord({ kind, from, to, count, amount }: FilledBin) {
  return {
    ...{ kind, from: from === undefined ? null : percentText(from) },
    ...{ to: to === undefined ? null : percentText(to), count, amount: formatTenge(amount) },
  };
}

function pairSentence(
  comparison: Comparison,
  pair: NamedPair,
  money: MoneyText,
  { language, translate }: CommandContext,
): string {
  const { change, more, less, same } = summariseChange(comparison, pair);
  const percent = percentText(changeOfRow(comparison.total, pair)?.share);
  const count = (number: number): string => formatDigits(`${number}`, language);
  return translate("answer.pair", {
    ...{ from: pair.labels[0], to: pair.labels[1], change: money(change) },
    percent: percent === "" ? "" : `${formatDigits(percent, language)}\u202F%`,
    ...{ more: count(more.count), moreAmount: money(more.amount) },
    ...{ less: count(less.count), lessAmount: money(less.amount), same: count(same.count) },
  });
}

/** An amount with its unit. */
type MoneyText = (amount: Tiyn) => string;

/**
 * What a line's change against the year before is made of; `whole` says why it is not split, `why`
 * the same in words.
 */
const SPLIT_COLUMNS = [
  ...["last_year_child_months", "base_child_months"],
  ...["count_effect", "rate_effect", "rounding", "whole", "why"],
];

type Splits = ReadonlyMap<string, readonly string[]>;

/** By line; nothing where no year before is compared. */
function splitOf(sides: readonly NamedSide[]): Splits | undefined {
  const lines = lineChanges(sides);
  if (lines === undefined) return undefined;
  return new Map(
    lines.map(({ organisationId, tier, budgetCode, method, from, to, split }) => [
      [organisationId, tier, budgetCode, method].join("|"),
      [
        ...[from, to].map((each) => monthsText(each?.childMonths)),
        ...(split.kind === "split"
          ? [formatTenge(split.count), formatTenge(split.rate), formatTenge(split.rounding), ""]
          : ["", "", "", split.reason]),
      ],
    ]),
  );
}

function monthsText(months: Parameters<typeof formatRatio>[0] | undefined): string {
  return months === undefined ? "" : formatRatio(months);
}

function splitCells(
  { member }: ComparedRow,
  splits: Splits,
  { translate }: CommandContext,
): readonly string[] {
  const cells = splits.get(member.join("|")) ?? SPLIT_COLUMNS.slice(1).map(() => "");
  const reason = cells.at(-1) ?? "";
  return [...cells, reason === "" ? "" : translate(`compare.whole.${reason}`)];
}

function lineChanges(sides: readonly NamedSide[]) {
  const [base] = sides;
  const before = sides.find(({ id }) => id === "last_year");
  if (base === undefined || before === undefined) return undefined;
  return splitCountAndRate(before.side, base.side);
}

/** The change against the year before as count and average rate: no causes, and said to be none. */
function lastYearRecord(
  sides: readonly NamedSide[],
  { translate }: CommandContext,
): Readonly<Record<string, unknown>> {
  const lines = lineChanges(sides);
  if (lines === undefined) return {};
  const { change, count, rate, rounding, whole, splitLines } = sumSplits(lines);
  return {
    countAndRate: {
      ...{ from: "last_year", to: "base", change: formatTenge(change) },
      definition: translate("compare.countAndRate"),
      ...{ count: formatTenge(count), rate: formatTenge(rate), rounding: formatTenge(rounding) },
      splitLines,
      whole: Object.fromEntries(
        [...whole].map(([reason, { lines: number, amount }]) => [
          reason,
          { lines: number, amount: formatTenge(amount) },
        ]),
      ),
    },
  };
}

function lastYearSentences(
  sides: readonly NamedSide[],
  money: MoneyText,
  { translate }: CommandContext,
): readonly string[] {
  const lines = lineChanges(sides);
  if (lines === undefined) return [];
  const { count, rate, rounding, whole } = sumSplits(lines);
  const unsplit = sumTiyn([...whole.values()].map(({ amount }) => amount));
  const facts = { count: money(count), rate: money(rate), rounding: money(rounding) };
  return [
    translate("answer.countAndRate", { ...facts, whole: money(unsplit) }),
    translate("compare.countAndRate"),
  ];
}
