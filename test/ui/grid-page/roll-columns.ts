/** The columns of the roll: 12 beside the names, or 40 with a plan by month and counts by class. */
import { copyMoney, formatMoney } from "../../../packages/ui/src/format/money.ts";
import {
  divideRounded,
  formatScaled,
  plainDigits,
} from "../../../packages/ui/src/format/scaled.ts";
import { type ExactValue, exactWhole } from "../../../packages/ui/src/grid/exact-value.ts";
import {
  type FigureColumn,
  NAME_COLUMN,
  type SheetColumn,
  type WordColumn,
} from "../../../packages/ui/src/grid/sheet.ts";
import type { Language } from "../../../packages/ui/src/i18n/language.ts";
import type { PageText } from "./page-texts.ts";

/** What columns are written by. */
export type ColumnSource = { readonly language: Language; readonly text: PageText };

/** The most that a person may enter, in stored units. */
export const MOST_PUPILS = 20_000n;
export const MOST_RATE = 10_000_000_000n;

const PLAIN = { band: null, weight: "normal", parts: null, isPart: false } as const;
const MONTHS = 12;
const CLASSES = 16;

/** The columns, that of names first. */
export function rollColumns(source: ColumnSource, count: 12 | 40): readonly SheetColumn[] {
  return [
    nameColumn(source.text("organisation")),
    ...headcounts(source),
    ...norms(source),
    ...amounts(source),
    ...facts(source),
    ...(count === 40 ? [...months(source), ...classes(source)] : []),
  ];
}

/** The column of names, by the words above it. */
export function nameColumn(header: string): SheetColumn {
  const nothing = (): string => "";
  return {
    ...{ ...PLAIN, id: NAME_COLUMN, kind: "name", header, title: header, width: 226, absent: "" },
    ...{ format: nothing, speak: nothing, copy: nothing },
  };
}

/** A column of words that people may enter. */
export function textColumn(
  id: string,
  header: string,
  { text }: Pick<ColumnSource, "text">,
  given: Partial<WordColumn> = {},
): WordColumn {
  const same = (value: string): string => value;
  return {
    ...{ ...PLAIN, id, kind: "text", header, title: header, width: 150, absent: text("absent") },
    ...{ format: same, speak: same, copy: same, ...given },
  };
}

/** A column of dates that people may enter. */
export function dateColumn(
  id: string,
  header: string,
  title: string,
  source: ColumnSource,
): WordColumn {
  const written = (value: string): string => value.split("-").reverse().join(".");
  return {
    ...textColumn(id, header, source, { kind: "date", title, width: 90 }),
    ...{ format: written, speak: written, copy: written, input: { kind: "date" } },
  };
}

/** A column of money in tenge. */
function moneyColumn(
  id: string,
  header: string,
  { language, text }: ColumnSource,
  given: Partial<FigureColumn> = {},
): FigureColumn {
  const tiyn = ({ numerator, denominator }: ExactValue): bigint =>
    divideRounded(numerator, denominator);
  const format = (value: ExactValue): string => formatMoney(tiyn(value), "tenge", language);
  return {
    ...{ ...PLAIN, id, kind: "money", header, title: header, width: 150, absent: text("absent") },
    ...{ format, isAdditive: true },
    speak: (value) => text("spokenTenge", { figure: format(value) }),
    copy: (value) => copyMoney(tiyn(value)),
    unit: { id: "tenge", name: text("tenge"), dimension: "money", size: 100n, sign: "₸" },
    ...given,
  };
}

function headcounts(source: ColumnSource): readonly SheetColumn[] {
  const { text } = source;
  const band = text("bandRoll");
  const { input: _none, ...average } = countColumn("average", text("average"), source);
  return [
    textColumn("type", text("type"), source, {
      ...{ width: 98, weight: "quiet" },
      format: (id) => text(isKind(id) ? id : "school"),
      speak: (id) => text(isKind(id) ? id : "school"),
      copy: (id) => text(isKind(id) ? id : "school"),
    }),
    countColumn("january", text("january"), source, {
      ...{ band, title: text("januaryTitle"), width: 92 },
    }),
    countColumn("september", text("september"), source, {
      ...{ band, title: text("septemberTitle"), width: 92 },
    }),
    {
      ...average,
      ...decimals(2, source),
      ...{ band, title: text("averageTitle"), weight: "quiet", width: 108 },
    },
    percentColumn("special", text("special"), source, {
      ...{ title: text("specialTitle"), band, width: 84 },
      input: {
        ...{ kind: "number", places: 2, isPercent: true, least: exactWhole(0n) },
        most: exactWhole(1n),
      },
    }),
  ];
}

function isKind(id: string): id is "school" | "lyceum" | "gymnasium" | "kindergarten" {
  return ["school", "lyceum", "gymnasium", "kindergarten"].includes(id);
}

function norms(source: ColumnSource): readonly SheetColumn[] {
  const { text } = source;
  const band = text("bandNorm");
  const { input: _none, ...coefficient } = countColumn("coefficient", text("coefficient"), source);
  return [
    moneyColumn("rate", text("rate"), source, {
      ...{ band, title: text("rateTitle"), width: 124, isAdditive: false },
      input: {
        ...{ kind: "number", places: 2, isPercent: false, least: exactWhole(0n) },
        most: exactWhole(MOST_RATE),
      },
    }),
    {
      ...coefficient,
      ...decimals(3, source),
      ...{ kind: "ratio", band, title: text("coefficientTitle"), width: 78, isAdditive: false },
      unit: { id: "share", name: text("share"), dimension: "share", size: 1n },
      input: {
        ...{ kind: "number", places: 3, isPercent: false, least: exactWhole(0n) },
        most: exactWhole(5n),
      },
    },
  ];
}

function amounts(source: ColumnSource): readonly SheetColumn[] {
  const { text } = source;
  const band = text("bandAmount");
  return [
    moneyColumn("amount", text("amount"), source, {
      ...{ band, title: text("amountTitle"), weight: "strong" },
    }),
    percentColumn("change", text("change"), source, {
      ...{ band, title: text("changeTitle"), weight: "quiet", width: 82 },
    }),
  ];
}

function facts(source: ColumnSource): readonly SheetColumn[] {
  const { text } = source;
  const { input: _none, ...capacity } = countColumn("capacity", text("capacity"), source);
  return [
    {
      ...capacity,
      ...{ title: text("capacityTitle"), lock: text("lockedCapacity"), width: 96 },
    },
    dateColumn("date", text("date"), text("dateTitle"), source),
    textColumn("note", text("note"), source, {
      ...{ width: 240, input: { kind: "text", mostLetters: 120 } },
    }),
  ];
}

function months(source: ColumnSource): readonly SheetColumn[] {
  const band = source.text("bandMonths");
  return Array.from({ length: MONTHS }, (_, month) => {
    const header = String(month + 1).padStart(2, "0");
    return moneyColumn(`month-${month + 1}`, header, source, { band, width: 130 });
  });
}

function classes(source: ColumnSource): readonly SheetColumn[] {
  const band = source.text("bandClasses");
  return Array.from({ length: CLASSES }, (_, year) =>
    countColumn(`class-${year + 1}`, `${year + 1}`, source, {
      ...{ band, width: 62, title: source.text("classTitle", { number: year + 1 }) },
    }),
  );
}

/** People, as whole numbers. */
function countColumn(
  id: string,
  header: string,
  source: ColumnSource,
  given: Partial<FigureColumn> = {},
): FigureColumn {
  return {
    ...{ ...PLAIN, id, kind: "count", header, title: header, width: 78 },
    ...{ ...decimals(0, source), absent: source.text("absent"), isAdditive: true },
    unit: { id: "pupil", name: source.text("pupil"), dimension: "people", size: 1n },
    input: {
      ...{ kind: "number", places: 0, isPercent: false, least: exactWhole(0n) },
      most: exactWhole(MOST_PUPILS),
    },
    ...given,
  };
}

/** Shares, shown as percent with two decimals; a change carries its sign. */
function percentColumn(
  id: string,
  header: string,
  { language, text }: ColumnSource,
  given: Partial<FigureColumn>,
): FigureColumn {
  const written = ({ numerator, denominator }: ExactValue): string =>
    formatScaled(divideRounded(numerator * 10_000n, denominator), 2, language);
  const sign = ({ numerator }: ExactValue): string =>
    id === "change" && numerator > 0n ? "+" : "";
  return {
    ...{ ...PLAIN, id, kind: "ratio", header, title: header, width: 80, absent: text("absent") },
    format: (value) => `${sign(value)}${written(value)}\u202F%`,
    speak: (value) => text("spokenPercent", { figure: `${sign(value)}${written(value)}` }),
    copy: ({ numerator, denominator }) =>
      `${plainDigits(divideRounded(numerator * 10_000n, denominator), 2).replace(".", ",")}%`,
    unit: { id: "percent", name: text("percent"), dimension: "share", size: 1n },
    ...given,
  };
}

function decimals(
  places: number,
  { language }: Pick<ColumnSource, "language">,
): Pick<FigureColumn, "format" | "speak" | "copy"> {
  const scaled = ({ numerator, denominator }: ExactValue): bigint =>
    divideRounded(numerator * 10n ** BigInt(places), denominator);
  const format = (value: ExactValue): string => formatScaled(scaled(value), places, language);
  return {
    ...{ format, speak: format },
    copy: (value) => plainDigits(scaled(value), places).replace(".", ","),
  };
}
