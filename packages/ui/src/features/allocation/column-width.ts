/**
 * How wide a column must be for its longest figure and its header, in CSS pixels: an estimate from
 * the letters, so that columns stand where they are before anything is drawn.
 */

/** What must find room. */
export type ColumnContent = {
  readonly header: string;
  readonly figure: string;
  readonly hasArrow: boolean;
  readonly isPart: boolean;
};

/** Figures in the weight of totals: digits are all of one width, and so are signs of grouping. */
const DIGIT = 8.1;
const GROUPING = 1.8;
const POINT = 3.6;

/** How wide letters of a header are in the product's type, and all others on the whole. */
const LETTERS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ .,іІijlI]/u, 3.5],
  [/[гғтfrt1()-]/u, 5.4],
  [/[ЖШЩЮМФД№WM]/u, 11.6],
  [/[жмшщыюmw]/u, 9.8],
  [/\p{Lu}/u, 8.5],
];
const LETTER = 6.9;

const SIDES = 16;
/** Letters are drawn a little wider where a browser rounds them to whole pixels. */
const SPARE = 2;
const ARROW = 13;
const NARROWEST = 64;
/** Lines have long names; they are read whole in the tooltip and the panel. */
const WIDEST_PART_HEADER = 150;

/** Wide enough for the figure in the weight of totals. */
export function columnWidth({ header, figure, hasArrow, isPart }: ColumnContent): number {
  const headerWidth = sumOf(header, letterWidth) + (hasArrow ? ARROW : 0);
  const shownHeader = isPart ? Math.min(headerWidth, WIDEST_PART_HEADER) : headerWidth;
  const content = Math.max(sumOf(figure, signWidth), shownHeader) + SIDES + SPARE;
  return Math.ceil(Math.max(content, NARROWEST));
}

function sumOf(text: string, widthOf: (sign: string) => number): number {
  return Array.from(text).reduce((sum, sign) => sum + widthOf(sign), 0);
}

function letterWidth(sign: string): number {
  return LETTERS.find(([letters]) => letters.test(sign))?.[1] ?? LETTER;
}

function signWidth(sign: string): number {
  if (/\s/u.test(sign)) return GROUPING;
  return /[.,]/u.test(sign) ? POINT : DIGIT;
}
