/** Figures of equity as a table: codes for programs, words and rounded values for people. */
import {
  divideRounded,
  type EquityFigure,
  type EquityMember,
  type EquityValue,
  formatDigits,
  formatRatio,
  formatTenge,
  formatUnitText,
  type Methodology,
  namesOf,
  type Ratio,
  type TraceReader,
} from "@zhanbasy/core";
import type { CsvOutput } from "../files/write-csv.ts";
import type { CommandContext } from "./command.ts";
import { upperFirst } from "./upper-first.ts";

/** Of whom a figure is, in the order of the columns. */
const MEMBERS = [
  "tier",
  "kind",
  "size",
  "district",
  "stage",
  "payer",
] as const satisfies readonly (keyof EquityMember)[];

/**
 * One row a figure. `value` is rounded half up: money and people to two decimals, what has no unit
 * to six; `exact` has every digit, at most 34. Where nothing can be said the value is empty, and
 * the last columns give the reason.
 */
export function equityCsv(
  figures: readonly EquityFigure[],
  methodology: Methodology,
  { language, translate }: CommandContext,
): CsvOutput {
  const reader = { names: namesOf(methodology), language, translate };
  const columns = [
    ...["figure", ...MEMBERS, "name", "whose"],
    ...["value", "unit", "unit_name", "exact", "absent", "why"],
  ];
  const rows = figures.map(({ id, of, value }) => [
    ...[id, ...MEMBERS.map((name) => of[name] ?? "")],
    ...[translate(`equity.figure.${id}.name`), memberWords(of, reader)],
    ...valueCells(value, methodology.currency, reader),
  ]);
  return { columns, rows };
}

/** `Secondary, gymnasium, from 300 to 600`; the whole city where nothing is told apart. */
function memberWords(of: EquityMember, reader: TraceReader): string {
  const words = MEMBERS.flatMap((name) => {
    const code = of[name];
    return code === undefined ? [] : [memberWord(name, code, reader)];
  });
  return upperFirst(words.length === 0 ? reader.translate("answer.city") : words.join(", "));
}

function memberWord(
  name: (typeof MEMBERS)[number],
  code: string,
  { names, language, translate }: TraceReader,
): string {
  if (code === "") return translate("answer.without");
  switch (name) {
    case "tier":
    case "district":
      return names.labelOfCode(name, code)?.[language] ?? code;
    case "kind":
      return names.labelOfAnyCode(code)?.[language] ?? code;
    case "size": {
      const [from, to] = code.split(/[-+]/).map((digits) => formatDigits(digits, language));
      if (code.endsWith("+")) return translate("answer.sizeFrom", { from: from ?? "" });
      return translate("answer.size", { from: from ?? "", to: to ?? "" });
    }
    case "stage":
      return names.labelOfStage(code)?.[language] ?? code;
    case "payer":
      return translate.find(`equity.payer.${code}`) ?? code;
  }
}

function valueCells(
  value: EquityValue,
  currency: string,
  { translate }: TraceReader,
): readonly string[] {
  const cells = (rounded: string, unit: string, exact: string): readonly string[] => [
    ...[rounded, unit, formatUnitText(unit, translate), exact, "", ""],
  ];
  switch (value.kind) {
    case "amount":
      return cells(formatTenge(value.amount), currency, formatTenge(value.amount));
    case "number": {
      const { unit } = value;
      const exact = formatRatio(value.value);
      const isWhole = /^-?\d+$/.test(exact) && !unit.startsWith(currency);
      return cells(isWhole ? exact : roundedText(value.value, unit === BARE ? 6 : 2), unit, exact);
    }
    case "root":
      return cells(roundedText(ratioOfDigits(value.digits), 6), BARE, value.digits);
    case "absent":
      return ["", "", "", "", value.reason, translate(`equity.absent.${value.reason}`)];
  }
}

const BARE = "1";

/** Plain digits with so many decimals, half up. */
function roundedText({ numerator, denominator }: Ratio, places: number): string {
  const scaled = divideRounded(numerator * 10n ** BigInt(places), denominator, "half-up");
  const digits = `${scaled < 0n ? -scaled : scaled}`.padStart(places + 1, "0");
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return scaled < 0n ? `-${text}` : text;
}

function ratioOfDigits(digits: string): Ratio {
  const [whole = "", fraction = ""] = digits.split(".");
  return { numerator: BigInt(whole + fraction), denominator: 10n ** BigInt(fraction.length) };
}
