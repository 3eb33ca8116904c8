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

const DIGIT = 7.7;
const SIGN = 3;
const HEADER_LETTER = 7.3;
const HEADER_SPACE = 3.3;
const SIDES = 16;
const ARROW = 12;
const NARROWEST = 64;
/** Lines have long names; they are read whole in the tooltip and the panel. */
const WIDEST_PART_HEADER = 150;

/** Wide enough for the figure in the weight of totals. */
export function columnWidth({ header, figure, hasArrow, isPart }: ColumnContent): number {
  const digits = figure.replaceAll(/\D/g, "").length;
  const figureWidth = digits * DIGIT + (figure.length - digits) * SIGN;
  const spaces = header.split(" ").length - 1;
  const headerWidth =
    (header.length - spaces) * HEADER_LETTER + spaces * HEADER_SPACE + (hasArrow ? ARROW : 0);
  const shownHeader = isPart ? Math.min(headerWidth, WIDEST_PART_HEADER) : headerWidth;
  return Math.ceil(Math.max(figureWidth, shownHeader, NARROWEST - SIDES) + SIDES);
}
