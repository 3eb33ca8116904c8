/** Rows of a CSV text by column name: the oracle's own reader, for files as the README has them. */
export type Row = Readonly<Record<string, string>>;

export function csvRows(text: string): readonly Row[] {
  const [header = [], ...lines] = csvLines(text);
  return lines.map((cells) =>
    Object.fromEntries(header.map((column, place) => [column, cells[place] ?? ""])),
  );
}

/** Cells line by line; inside quotes a comma and a line break are text, two quotes are one. */
function csvLines(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const sign = text.charAt(place);
    if (isQuoted && sign === '"' && text.charAt(place + 1) === '"') {
      cell += '"';
      place += 1;
    } else if (sign === '"') {
      isQuoted = !isQuoted;
    } else if (!isQuoted && (sign === "," || sign === "\n")) {
      line.push(cell);
      cell = "";
      if (sign === "\n") {
        lines.push(line);
        line = [];
      }
    } else {
      cell += sign;
    }
  }
  return cell === "" && line.length === 0 ? lines : [...lines, [...line, cell]];
}
