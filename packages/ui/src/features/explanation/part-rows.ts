/** The rows of a sum in the panel: its tiers where there are several, otherwise its lines. */
import { formatScaled } from "../../format/scaled.ts";
import type { FigureColumnId } from "../workbook/workbook-context.ts";
import type { FigurePart } from "./figure-question.ts";
import { columnTitle, type FigureWords, lineTitle } from "./figure-words.ts";
import { formatAverageOf, headcountOf } from "./shown-figure.ts";

/** A row and the column of the sheet that it leads to. */
export type PartRowData = {
  readonly columnId: FigureColumnId;
  readonly title: string;
  readonly budgetCode: string;
  readonly amountTiyn: bigint;
  /** Absent for a tier, whose lines may share organisations. */
  readonly organisationCount: number | undefined;
  readonly headcounts: readonly string[];
};

/** The rows, tiers in the order of the law; they add up to what the parts do. */
export function partRows(parts: readonly FigurePart[], words: FigureWords): readonly PartRowData[] {
  const tiers = new Set(parts.map(({ column }) => column.tier));
  if (tiers.size === 1) return parts.map((part) => lineRow(part, words));
  const order = Object.keys(words.names.codeLists["tier"] ?? {});
  const known = order.filter((tier) => tiers.has(tier));
  return [...new Set([...known, ...tiers])].flatMap((tier) => tierRow(tier, parts, words));
}

function lineRow(part: FigurePart, words: FigureWords): PartRowData {
  const { column, amountTiyn, organisationCount, headcounts } = part;
  const columnId = `line:${column.line}` as const;
  const title = lineTitle(column, words);
  const { budgetCode } = column;
  return { columnId, title, budgetCode, amountTiyn, organisationCount, headcounts };
}

/** A tier of one line is that line. */
function tierRow(
  tier: string,
  parts: readonly FigurePart[],
  words: FigureWords,
): readonly PartRowData[] {
  const own = parts.filter(({ column }) => column.tier === tier);
  const [only, ...others] = own;
  if (only === undefined) return [];
  if (others.length === 0) return [lineRow(only, words)];
  const columnId = `tier:${tier}` as const;
  return [
    {
      columnId,
      title: columnTitle({ rowKind: "city", id: "", columnId }, words),
      budgetCode: "",
      amountTiyn: own.reduce((sum, { amountTiyn }) => sum + amountTiyn, 0n),
      organisationCount: undefined,
      headcounts: own.flatMap(({ headcounts }) => headcounts),
    },
  ];
}

/** A row's exact amount in tenge, or the people it counts. */
export function rowValue(
  { amountTiyn, headcounts }: PartRowData,
  of: "amount" | "headcount" | "perHead",
  { language }: FigureWords,
): string {
  if (of !== "headcount") return `${formatScaled(amountTiyn, 2, language)}\u202F₸`;
  const people = headcountOf([{ headcounts }]);
  return people === undefined ? "—" : formatAverageOf(people, language);
}
