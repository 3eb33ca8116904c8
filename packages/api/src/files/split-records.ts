/**
 * Text whose quotes are right as records of cells.
 *
 * Registers say few texts in very many cells, so equal cells of a column are one text: it is kept
 * once, and whoever looks for it again finds it by what it is. No cell keeps the file in memory.
 */

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The most texts that are remembered of a column, and how long they are. */
const KNOWN_TEXTS = 4_096;
const KNOWN_LENGTH = 40;
/** No reader takes a cell of this length, whatever its quotes are. */
const LONGEST_READ = 65_536;
/** Longer parts of a text are views of it. */
const COPIED_LENGTH = 12;

/**
 * The records, empty ones included; nothing where a quote stands inside a cell, is followed by text
 * or is never closed. The separator is one character, a record ends with `\n`, `\r\n` or `\r`.
 */
export function splitRecords(text: string, separator: string): string[][] | undefined {
  const records: string[][] = [];
  const columns: Column[] = [];
  const cells: string[] = [];
  const signs = { text, separator: separator.charCodeAt(0) };
  let at = 0;
  let column = 0;
  while (at < text.length || column > 0) {
    const end = text.charCodeAt(at) === QUOTE ? endOfQuoted(signs, at) : endOfPlain(signs, at);
    if (end === undefined) return undefined;
    cells[column] = readCell(text, at, end, columnAt(columns, column));
    column += 1;
    if (text.charCodeAt(end) === signs.separator) {
      at = end + 1;
      continue;
    }
    records.push(cells.slice(0, column));
    column = 0;
    at = end + lineBreakAt(text, end);
  }
  return records;
}

type Signs = { readonly text: string; readonly separator: number };

/** Where a cell without quotes ends; nothing when it has one inside. */
function endOfPlain({ text, separator }: Signs, start: number): number | undefined {
  let at = start;
  while (at < text.length) {
    const sign = text.charCodeAt(at);
    if (sign === separator || sign === LINE_FEED || sign === CARRIAGE_RETURN) return at;
    if (sign === QUOTE) return undefined;
    at += 1;
  }
  return at;
}

/** Where a cell in quotes ends; nothing when it is not closed, or its quote is followed by text. */
function endOfQuoted({ text, separator }: Signs, start: number): number | undefined {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  if (at < 0) return undefined;
  const end = at + 1;
  const isEnd = end === text.length || text.charCodeAt(end) === separator;
  return isEnd || lineBreakAt(text, end) > 0 ? end : undefined;
}

/** How many characters the line break takes that stands here. */
function lineBreakAt(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign === LINE_FEED) return 1;
  if (sign !== CARRIAGE_RETURN) return 0;
  return text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
}

/** What the cells of a column have said so far. */
type Column = { last: string; readonly known: Map<string, string> };

function columnAt(columns: Column[], place: number): Column {
  const column = columns[place] ?? { last: "", known: new Map() };
  columns[place] = column;
  return column;
}

function readCell(text: string, start: number, end: number, column: Column): string {
  if (text.charCodeAt(start) === QUOTE) {
    const cell = text.slice(start + 1, end - 1);
    return keep(cell.length > LONGEST_READ ? cell : cell.replaceAll('""', '"'), column);
  }
  const { last } = column;
  if (last.length === end - start && text.startsWith(last, start)) return last;
  return keep(text.slice(start, end), column);
}

/** The text that an earlier cell of the column had, or this one by itself. */
function keep(cell: string, column: Column): string {
  const { known } = column;
  const found = known.get(cell);
  if (found !== undefined) {
    column.last = found;
    return found;
  }
  const own = cell.length > COPIED_LENGTH ? copyOf(cell) : cell;
  if (known.size < KNOWN_TEXTS && own.length <= KNOWN_LENGTH) known.set(own, own);
  column.last = own;
  return own;
}

/** The text apart from the one it was cut out of. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
