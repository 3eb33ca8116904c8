/** The name a writer may have meant. */

/** The candidate fewest single-letter edits away, when that is at most a third of its length. */
export function suggestName(written: string, candidates: Iterable<string>): string {
  let best = "";
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const edits = editDistance(written.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest && edits * 3 <= candidate.length) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}

/** Letters to replace, insert or remove, row by row of the table of prefixes. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (const letter of left) row = nextRow(row, letter, right);
  return row.at(-1) ?? 0;
}

function nextRow(previous: readonly number[], letter: string, right: string): number[] {
  const next = [(previous[0] ?? 0) + 1];
  for (let column = 1; column < previous.length; column += 1) {
    const change = letter === right[column - 1] ? 0 : 1;
    const replaced = (previous[column - 1] ?? 0) + change;
    const inserted = (next[column - 1] ?? 0) + 1;
    const removed = (previous[column] ?? 0) + 1;
    const moved = inserted < removed ? inserted : removed;
    next.push(replaced < moved ? replaced : moved);
  }
  return next;
}
