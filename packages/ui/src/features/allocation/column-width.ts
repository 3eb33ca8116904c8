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

/** How wide the letters of headers are in the product's type, and all others at most. */
const LETTERS: readonly (readonly [letters: string, width: number])[] = [
  [" .,іІijlI", 3.2],
  ["tfrгғ1()-", 4.8],
  ["тз–", 5.7],
  ["sкхkxzавьяa", 6.4],
  ["суэұүcvyлчеёәbийнопөһhnoueL", 6.8],
  ["рцңbdgpqдГҒFЕEJ", 7.1],
  ["мыж", 9.4],
  ["шщюwm", 9.9],
  ["ДФMМOQОҢӨИН", 9.6],
  ["ШЩЖЮW№", 11.9],
];
const LETTER = 8.4;
const WIDTHS = new Map(
  LETTERS.flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)),
);

const SIDES = 16;
/** Letters are drawn a little wider where a browser rounds them to whole pixels. */
const SPARE = 3;
const ARROW = 12;
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
  return WIDTHS.get(sign) ?? LETTER;
}

function signWidth(sign: string): number {
  if (/\s/u.test(sign)) return GROUPING;
  return /[.,]/u.test(sign) ? POINT : DIGIT;
}
