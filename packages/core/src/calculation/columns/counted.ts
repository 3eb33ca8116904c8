/**
 * Which rows read a counted cell on the way to their value: it is what makes a line exist.
 *
 * Rows are marked when somebody asks, and found once: they seldom change when values do.
 */

/** Which rows read a counted cell on the way to their value: all, none, or those marked. */
export type Counted = boolean | Uint8Array;

/** Worked out when asked for: where everybody is counted already, nobody else asks. */
export type CountedRows = () => Counted;

/** The bytes that were there before, where the new ones are the same. */
export function keepBytes(before: Uint8Array | undefined, now: Uint8Array): Uint8Array {
  if (before === undefined || before.length !== now.length) return now;
  for (let row = 0; row < now.length; row += 1) if (before[row] !== now[row]) return now;
  return before;
}

/** What was found before, while it is asked of the same. */
export function keepLast<Found>(): (of: readonly unknown[], find: () => Found) => Found {
  let known: { readonly of: readonly unknown[]; readonly found: Found } | undefined;
  const isOther = (of: readonly unknown[]) =>
    known?.of.length !== of.length || known.of.some((each, place) => each !== of[place]);
  return (of, find) => {
    if (known === undefined || isOther(of)) {
      known = { of, found: find() };
    }
    return known.found;
  };
}

/** No row is counted. */
export const nobody: CountedRows = () => false;

/** Finds an answer once. */
export function once(find: CountedRows): CountedRows {
  let known: Counted | undefined;
  return () => {
    known ??= find();
    return known;
  };
}

/** The same rows, said shortly where all or none are marked. */
export function shorten(rows: Uint8Array): Counted {
  if (!rows.includes(0)) return true;
  return rows.includes(1) ? rows : false;
}

/** Rows that one of them counted; `last` keeps them while nobody is counted otherwise. */
export function anyCounted(
  all: readonly CountedRows[],
  last: ReturnType<typeof keepLast<Counted>>,
): CountedRows {
  const asked = all.filter((each) => each !== nobody);
  const [only] = asked;
  if (only === undefined) return nobody;
  if (asked.length === 1) return only;
  return once(() => {
    const found: Uint8Array[] = [];
    for (const each of asked) {
      const rows = each();
      if (rows === true) return true;
      if (rows !== false) found.push(rows);
    }
    const [first] = found;
    if (first === undefined) return false;
    return found.length === 1 ? first : last(found, () => shorten(found.reduce(joinMarks)));
  });
}

function joinMarks(left: Uint8Array, right: Uint8Array): Uint8Array {
  const joined = new Uint8Array(left.length);
  for (let row = 0; row < joined.length; row += 1) {
    joined[row] = (left[row] as number) | (right[row] as number);
  }
  return joined;
}

/** Of the rows that are counted, those where the byte is this. */
export function countedWhere(counted: CountedRows, bytes: Uint8Array, byte: number): CountedRows {
  if (counted === nobody) return nobody;
  return once(() => {
    const rows = counted();
    if (rows === false) return false;
    const found = new Uint8Array(bytes.length);
    for (let row = 0; row < found.length; row += 1) {
      const isCounted = rows === true || rows[row] === 1;
      found[row] = bytes[row] === byte && isCounted ? 1 : 0;
    }
    return shorten(found);
  });
}
