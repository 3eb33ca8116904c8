/** Rows of a CSV text by column name: the oracle's own reader, for files as the README has them. */
export type Row = Readonly<Record<string, string>>;

const CELL = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g;

export function csvRows(text: string): readonly Row[] {
  const [header = [], ...lines] = csvLines(text);
  return lines.map((cells) =>
    Object.fromEntries(header.map((column, place) => [column, cells[place] ?? ""])),
  );
}

/** Cells line by line; inside quotes a comma and a line break are text, two quotes are one. */
function csvLines(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = "", after] of text.trimEnd().matchAll(CELL)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (after === "\n") lines.push([]);
    if (after === "") break;
  }
  return lines;
}
