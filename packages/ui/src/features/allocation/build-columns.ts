/**
 * The columns of the allocation sheet: children, an amount by tier, its lines where a tier is
 * opened, the total, and an amount a child. The unit of money stands in the band, once.
 */
import { formatAverage } from "../../format/count.ts";
import { copyMoney, type MoneyUnit } from "../../format/money.ts";
import { divideRounded, plainDigits } from "../../format/scaled.ts";
import type { ExactValue } from "../../grid/exact-value.ts";
import { NAME_COLUMN, type SheetColumn } from "../../grid/sheet.ts";
import type { Language } from "../../i18n/language.ts";
import type { FigureColumnId } from "../workbook/workbook-context.ts";
import { columnWidth } from "./column-width.ts";
import { type Figures, figureOf } from "./figures.ts";
import { type AllocationText, speakMoney, writeMoney } from "./money-words.ts";
import type { TierColumns } from "./tier-columns.ts";

/** What decides which columns there are and how they speak. */
export type ColumnSource = {
  readonly tiers: readonly TierColumns[];
  readonly hiddenTiers: ReadonlySet<string>;
  readonly openTiers: ReadonlySet<string>;
  /** Widths a person chose, in CSS pixels. */
  readonly widths: Readonly<Record<string, number>>;
  readonly budgetYear: number;
  readonly unit: MoneyUnit;
  readonly language: Language;
  /** The figures of the city: no other row has longer ones. */
  readonly city: Figures;
  readonly text: AllocationText;
};

type Draft = Pick<SheetColumn, "header" | "title"> & {
  readonly id: FigureColumnId;
} & Partial<Pick<SheetColumn, "band" | "weight" | "parts" | "isPart">>;

type Speech = Pick<SheetColumn, "kind" | "format" | "speak" | "copy">;

const NAME_WIDTH = 226;

/** The columns on view, in their order. */
export function buildColumns(source: ColumnSource): readonly SheetColumn[] {
  const { text, tiers, hiddenTiers } = source;
  const children: Draft = {
    id: "headcount",
    header: text("column.children"),
    title: text("column.childrenTitle"),
  };
  return [
    nameColumn(source),
    figureColumn(source, children, countSpeech(source.language)),
    ...tiers
      .filter(({ tier }) => !hiddenTiers.has(tier))
      .flatMap((tier) => columnsOfTier(source, tier)),
    ...totalColumns(source),
  ];
}

/** An amount a child says little in millions: it is shown in thousands then. */
export function perHeadUnit(unit: MoneyUnit): MoneyUnit {
  return unit === "tenge" ? "tenge" : "thousand";
}

function columnsOfTier(source: ColumnSource, tier: TierColumns): readonly SheetColumn[] {
  const { text, unit, openTiers } = source;
  const isOpen = openTiers.has(tier.tier);
  const band = text("column.tierBand", { unit: text(`unit.${unit}`) });
  const speech = moneySpeech(source, "money", unit);
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

function totalColumns(source: ColumnSource): readonly SheetColumn[] {
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
      },
      moneySpeech(source, "money", unit),
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
      moneySpeech(source, "ratio", headUnit),
    ),
  ];
}

function figureColumn(source: ColumnSource, draft: Draft, speech: Speech): SheetColumn {
  const largest = figureOf(source.city, draft.id);
  return {
    band: null,
    weight: "normal",
    parts: null,
    isPart: false,
    ...draft,
    ...speech,
    absent: source.text("absent"),
    width:
      source.widths[draft.id] ??
      columnWidth({
        header: draft.header,
        figure: largest === null ? "" : speech.format(largest),
        hasArrow: draft.parts !== undefined,
        isPart: draft.isPart === true,
      }),
  };
}

function nameColumn({ text, widths }: ColumnSource): SheetColumn {
  const header = text("column.name");
  return {
    id: NAME_COLUMN,
    header,
    title: header,
    band: null,
    kind: "name",
    width: widths[NAME_COLUMN] ?? NAME_WIDTH,
    weight: "normal",
    parts: null,
    isPart: false,
    absent: "",
    format: () => "",
    speak: () => "",
    copy: () => "",
  };
}

function moneySpeech(source: ColumnSource, kind: "money" | "ratio", unit: MoneyUnit): Speech {
  const { language, text } = source;
  return {
    kind,
    format: (value) => writeMoney(value, unit, language),
    speak: (value) => speakMoney(value, unit, language, text),
    copy: ({ numerator, denominator }) => copyMoney(divideRounded(numerator, denominator)),
  };
}

/** People are averages of a year: two decimals, rounded half up. */
function countSpeech(language: Language): Speech {
  const format = ({ numerator, denominator }: ExactValue): string =>
    formatAverage(`${numerator}/${denominator}`, language);
  return {
    kind: "count",
    format,
    speak: format,
    copy: ({ numerator, denominator }) =>
      plainDigits(divideRounded(numerator * 100n, denominator), 2).replace(".", ","),
  };
}
