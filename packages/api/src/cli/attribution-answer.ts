/** The causes of a difference as a table, as a record and in sentences that close. */
import {
  type AttributedCause,
  type AttributedChange,
  type Attribution,
  formatTenge,
  type IdScheme,
  type Tiyn,
  tiyn,
} from "@zhanbasy/core";
import type { CsvOutput } from "../files/write-csv.ts";
import { type By, comparedBy, memberColumns } from "./by-words.ts";
import type { CommandContext } from "./command.ts";
import type { MemberNames } from "./member-names.ts";
import { moneyText } from "./run-record.ts";

/** One row a member that changes; the causes stand in their order and add up to the change. */
export function attributionCsv(
  attribution: Attribution,
  { by, scheme }: { readonly by: By; readonly scheme: IdScheme },
  { nameOf }: Pick<MemberNames, "nameOf">,
): CsvOutput {
  const causes = attribution.causes.map(causeName);
  return {
    columns: [...memberColumns(by, scheme), "before", "after", "change", ...causes],
    rows: membersOf(attribution, by).map(([member, change]) => [
      ...member,
      nameOf(by, member),
      ...[change.from, change.to, tiyn(change.to - change.from), ...change.parts].map(formatTenge),
    ]),
  };
}

type Member = readonly [member: readonly string[], change: AttributedChange];

function membersOf(attribution: Attribution, by: By): readonly Member[] {
  const named = (changes: ReadonlyMap<string, AttributedChange>): readonly Member[] =>
    [...changes].map(([member, change]) => [[member], change]);
  const way = comparedBy(by);
  switch (way) {
    case "organisation":
      return named(attribution.byOrganisation);
    case "tier":
      return named(attribution.byTier);
    case "district":
      return named(attribution.byDistrict);
    case "budgetCode":
      return named(attribution.byBudgetCode);
    case "line":
      return attribution.lines.map((line) => [
        [line.organisationId, line.tier, line.budgetCode, line.method],
        line,
      ]);
  }
}

/** A column of its own; a parameter's stands behind its cause. */
function causeName({ cause, parameter }: AttributedCause): string {
  return parameter === undefined ? cause : `${cause}:${parameter}`;
}

/** Every cause with its name and part, the rounding among them even where it is nothing. */
export function causeRecords({ causes, total }: Attribution, context: CommandContext) {
  return causes.map((each, place) => ({
    ...{ cause: each.cause, parameter: each.parameter ?? null, name: causeLabel(each, context) },
    amount: formatTenge(total.parts[place] ?? tiyn(0n)),
  }));
}

/** One sentence a cause, and what they come to together. */
export function causeSentences(
  { causes, total }: Attribution,
  currency: string,
  context: CommandContext,
): readonly string[] {
  const { translate } = context;
  const money = (amount: Tiyn): string => moneyText(amount, currency, context);
  if (causes.length === 0) return [translate("answer.noCauses")];
  return [
    ...causes.map((each, place) =>
      translate("answer.cause", {
        ...{ name: causeLabel(each, context), amount: money(total.parts[place] ?? tiyn(0n)) },
      }),
    ),
    translate("answer.causes", { change: money(tiyn(total.to - total.from)) }),
  ];
}

function causeLabel(
  { cause, label }: AttributedCause,
  { language, translate }: CommandContext,
): string {
  return label?.[language] ?? translate.find(`cause.${cause}`) ?? cause;
}
