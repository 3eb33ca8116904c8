/**
 * The columns of the allocation sheet: children, an amount by tier, its lines where a tier is
 * opened, the total, and an amount a child. The unit of money stands in the band, once.
 */
import { formatAverage } from "../../format/count.ts";
import { copyMoney, type MoneyUnit } from "../../format/money.ts";
import { divideRounded, plainDigits } from "../../format/scaled.ts";
import type { ExactValue } from "../../grid/exact-value.ts";
import { type FigureColumn, NAME_COLUMN } from "../../grid/sheet.ts";
import type { Language } from "../../i18n/language.ts";
import type { FigureColumnId } from "../workbook/workbook-context.ts";
import { columnWidth } from "./column-width.ts";
import { type Figures, figureOf } from "./figures.ts";
import { type AllocationText, speakMoney, writeMoney } from "./money-words.ts";
import type { TierColumns } from "./tier-columns.ts";

/** What decides which columns there are and how they speak. */
export type ColumnSource = {
  readonly tiers: readonly TierColumns[];
  readonly openTiers: ReadonlySet<string>;
  readonly budgetYear: number;
  readonly unit: MoneyUnit;
  readonly language: Language;
  /** The figures of the city: no other row has longer ones. */
  readonly city: Figures;
  readonly text: AllocationText;
};

type Draft = Pick<FigureColumn, "header" | "title"> & {
  readonly id: FigureColumnId;
} & Partial<Pick<FigureColumn, "band" | "weight" | "parts" | "isPart" | "isTotal">>;

type Speech = Pick<FigureColumn, "kind" | "format" | "speak" | "copy" | "unit" | "isAdditive">;

/** Room for the longest name of a group; all columns stand beside the open panel at 1440. */
const NAME_WIDTHS: Readonly<Record<Language, number>> = { ru: 216, kk: 226, en: 216 };

/** All columns as the sheet comes; a person hides, orders and widens them. */
export function buildColumns(source: ColumnSource): readonly FigureColumn[] {
  const { text, tiers } = source;
  const children: Draft = {
    id: "headcount",
    header: text("column.children"),
    title: text("column.childrenTitle"),
  };
  return [
    nameColumn(source),
    figureColumn(source, children, countSpeech(source)),
    ...tiers.flatMap((tier) => columnsOfTier(source, tier)),
    ...totalColumns(source),
  ];
}

/** An amount a child says little in millions: it is shown in thousands then. */
export function perHeadUnit(unit: MoneyUnit): MoneyUnit {
  return unit === "tenge" ? "tenge" : "thousand";
}

function columnsOfTier(source: ColumnSource, tier: TierColumns): readonly FigureColumn[] {
  const { text, unit, openTiers } = source;
  const isOpen = openTiers.has(tier.tier);
  const band = text("column.tierBand", { unit: text(`unit.${unit}`) });
  const speech = moneySpeech(source, unit);
  const whole: Draft = {
    id: `tier:${tier.tier}`,
    header: tier.name,
    title: tier.title,
    band,
    parts: isOpen ? "open" : "closed",
  };
  const parts = isOpen ? tier.lines : [];
  return [
    figureColumn(source, whole, speech),
    ...parts.map(({ line, name, title }) =>
      figureColumn(
        source,
        { id: `line:${line}`, header: name, title, band, weight: "quiet", isPart: true },
        speech,
      ),
    ),
  ];
}

function totalColumns(source: ColumnSource): readonly FigureColumn[] {
  const { text, unit, budgetYear: year } = source;
  const band = text("column.totalBand", { unit: text(`unit.${unit}`) });
  const headUnit = perHeadUnit(unit);
  const perHead = text("column.perHead");
  return [
    figureColumn(
      source,
      {
        id: "total",
        header: `${year}`,
        title: text("column.totalTitle", { year }),
        band,
        weight: "strong",
        isTotal: true,
      },
      moneySpeech(source, unit),
    ),
    figureColumn(
      source,
      {
        id: "perHead",
        header: headUnit === unit ? perHead : `${perHead}, ${text(`unit.${headUnit}`)}`,
        title: text("column.perHeadTitle"),
        band,
        weight: "quiet",
      },
      perHeadSpeech(source, headUnit),
    ),
  ];
}

function figureColumn(source: ColumnSource, draft: Draft, speech: Speech): FigureColumn {
  const largest = figureOf(source.city, draft.id);
  return {
    band: null,
    weight: "normal",
    parts: null,
    isPart: false,
    ...draft,
    ...speech,
    absent: source.text("absent"),
    width: columnWidth({
      header: draft.header,
      figure: largest === null ? "" : speech.format(largest),
      hasArrow: draft.parts !== undefined,
      isPart: draft.isPart === true,
    }),
  };
}

function nameColumn({ text, language }: ColumnSource): FigureColumn {
  const header = text("column.name");
  return {
    id: NAME_COLUMN,
    header,
    title: header,
    band: null,
    kind: "name",
    width: NAME_WIDTHS[language],
    weight: "normal",
    parts: null,
    isPart: false,
    absent: "",
    format: () => "",
    speak: () => "",
    copy: () => "",
  };
}

/** Whatever unit is on view, an amount is copied in tenge: the unit of the figure is that one. */
function moneySpeech({ language, text }: ColumnSource, shown: MoneyUnit): Speech {
  return {
    kind: "money",
    format: (value) => writeMoney(value, shown, language),
    speak: (value) => speakMoney(value, shown, language, text),
    copy: copyTenge,
    unit: { id: "KZT", name: text("unitOf.money"), dimension: "money", size: 100n, sign: "₸" },
    isAdditive: true,
  };
}

/** Amounts a child of several organisations add up to nothing. */
function perHeadSpeech({ language, text }: ColumnSource, shown: MoneyUnit): Speech {
  return {
    kind: "ratio",
    format: (value) => writeMoney(value, shown, language),
    speak: (value) => speakMoney(value, shown, language, text),
    copy: copyTenge,
    unit: {
      id: "KZT/child",
      name: text("unitOf.perHead"),
      dimension: "money per child",
      size: 100n,
      sign: "₸",
    },
  };
}

function copyTenge({ numerator, denominator }: ExactValue): string {
  return copyMoney(divideRounded(numerator, denominator));
}

/** People are averages of a year: two decimals, rounded half up. */
function countSpeech({ language, text }: ColumnSource): Speech {
  const format = ({ numerator, denominator }: ExactValue): string =>
    formatAverage(`${numerator}/${denominator}`, language);
  return {
    kind: "count",
    format,
    speak: format,
    copy: ({ numerator, denominator }) =>
      plainDigits(divideRounded(numerator * 100n, denominator), 2).replace(".", ","),
    unit: { id: "child", name: text("unitOf.children"), dimension: "people", size: 1n },
    isAdditive: true,
  };
}
