/**
 * Rows on which figures have values, and the way from rows to fewer rows.
 *
 * A row is one combination of keys: an organisation, a month, a level, an attribute. A figure that
 * depends on some of the keys only is worked out once for each of their combinations, which is what
 * makes forty rates out of a hundred thousand products.
 */
import { present } from "../../kernel/index.ts";

/** The code of each row for one key; codes are whole, from 0 up to, not including, `count`. */
export type KeyColumn = { readonly codes: Int32Array; readonly count: number };

export type Domain = {
  readonly size: number;
  readonly keys: ReadonlyMap<string, KeyColumn>;
  /** Keys that follow from others (attributes of the organisation), by name, once asked for. */
  readonly derived: Map<string, KeyColumn>;
  readonly projections: Map<string, Projection>;
  /** Rows of sums around which these rows stand, by what decides them. */
  readonly sums: Map<string, SumRows>;
};

/** The rows inside a sum, those of one row around together. */
export type SumRows = {
  readonly domain: Domain;
  /** The inner rows of row `n` stand from `starts[n]` up to, not including, `starts[n + 1]`. */
  readonly starts: Int32Array;
  /** Facts whose cells decide the rows. */
  readonly structure: ReadonlySet<string>;
};

/** Fewer rows, and for each row of the domain the one it belongs to; itself where it is absent. */
export type Projection = { readonly domain: Domain; readonly index: Int32Array | undefined };

export const ORGANISATION_KEY = "organisation";

/** How a key is found that the rows do not have themselves. */
export type DeriveKey = (name: string, organisations: KeyColumn) => KeyColumn;

export function createDomain(size: number, keys: ReadonlyMap<string, KeyColumn>): Domain {
  return { size, keys, derived: new Map(), projections: new Map(), sums: new Map() };
}

/** One row that everything belongs to. */
export function cityDomain(): Domain {
  return createDomain(1, new Map());
}

/** The codes of a key by row. */
export function keyOf(domain: Domain, name: string, derive: DeriveKey): KeyColumn {
  const known = domain.keys.get(name) ?? domain.derived.get(name);
  if (known !== undefined) return known;
  const organisations = present(domain.keys.get(ORGANISATION_KEY), `${name} is a key of the rows`);
  const derived = derive(name, organisations);
  domain.derived.set(name, derived);
  return derived;
}

/** The distinct combinations of these keys; `city` is the one row where there are no keys. */
export function project(
  domain: Domain,
  names: readonly string[],
  { derive, city }: { readonly derive: DeriveKey; readonly city: Domain },
): Projection {
  if (names.length === domain.keys.size && names.every((name) => domain.keys.has(name))) {
    return { domain, index: undefined };
  }
  const id = names.join("|");
  const known = domain.projections.get(id);
  if (known !== undefined) return known;
  const made =
    names.length === 0
      ? { domain: city, index: new Int32Array(domain.size) }
      : combine(domain, names, derive);
  domain.projections.set(id, made);
  return made;
}

function combine(domain: Domain, names: readonly string[], derive: DeriveKey): Projection {
  const columns = names.map((name) => keyOf(domain, name, derive));
  const { index, count } = combineCodes(columns, domain.size);
  const firsts = firstRows(index, count);
  const keys = new Map(
    names.map((name, place) => {
      const { codes, count: codeCount } = present(columns[place], name);
      return [name, { codes: pick(codes, firsts), count: codeCount }];
    }),
  );
  return { domain: createDomain(count, keys), index };
}

/** Numbers the distinct combinations of codes, in the order of the rows that have them first. */
export function combineCodes(columns: readonly KeyColumn[], size: number) {
  let index = new Int32Array(size);
  let count = size === 0 ? 0 : 1;
  for (const column of columns) [index, count] = refine(index, count, column);
  return { index, count };
}

const DIRECT_LIMIT = 1_048_576;

/** Splits groups of rows by one more column. */
function refine(groups: Int32Array, count: number, { codes, count: codeCount }: KeyColumn) {
  const refined = new Int32Array(groups.length);
  const space = count * codeCount;
  let found = 0;
  if (space <= DIRECT_LIMIT || space <= groups.length * 8) {
    const places = new Int32Array(space).fill(-1);
    for (let row = 0; row < groups.length; row += 1) {
      const combination = (groups[row] as number) * codeCount + (codes[row] as number);
      let place = places[combination] as number;
      if (place < 0) {
        place = found;
        found += 1;
        places[combination] = place;
      }
      refined[row] = place;
    }
    return [refined, found] as const;
  }
  const places = new Map<number, number>();
  for (let row = 0; row < groups.length; row += 1) {
    const combination = (groups[row] as number) * codeCount + (codes[row] as number);
    let place = places.get(combination);
    if (place === undefined) {
      place = found;
      found += 1;
      places.set(combination, place);
    }
    refined[row] = place;
  }
  return [refined, found] as const;
}

function firstRows(index: Int32Array, count: number): Int32Array {
  const firsts = new Int32Array(count);
  for (let row = index.length - 1; row >= 0; row -= 1) firsts[index[row] as number] = row;
  return firsts;
}

/** The items of the rows that are picked. */
export function pick(codes: Int32Array, rows: Int32Array): Int32Array {
  const picked = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    picked[place] = codes[rows[place] as number] as number;
  }
  return picked;
}

/** Only these rows, by number. */
export function selectRows(domain: Domain, rows: Int32Array): Domain {
  const keys = [...domain.keys].map(
    ([name, { codes, count }]) => [name, { codes: pick(codes, rows), count }] as const,
  );
  return createDomain(rows.length, new Map(keys));
}

/** Lets go of what was found on the way from these rows; it is found again when it is asked. */
export function forgetWays({ derived, projections, sums }: Domain): void {
  derived.clear();
  projections.clear();
  sums.clear();
}

/** Gives, for rows with the same keys and codes, the rows that were met first. */
export function createRowSharing(): RowSharing {
  const known = new Map<string, Domain[]>();
  const share = (domain: Domain): Domain => {
    const name = `${domain.size}|${[...domain.keys.keys()].toSorted().join("|")}`;
    const alike = known.get(name) ?? [];
    known.set(name, alike);
    const found = alike.find((each) => hasSameCodes(each, domain));
    if (found === undefined) alike.push(domain);
    return found ?? domain;
  };
  return { share, forget: () => known.clear() };
}

/** Rows that are shared while something is bound. */
export type RowSharing = {
  readonly share: (domain: Domain) => Domain;
  readonly forget: () => void;
};

function hasSameCodes(left: Domain, right: Domain): boolean {
  return [...left.keys].every(([name, { codes }]) => {
    const other = right.keys.get(name)?.codes;
    return codes === other || (other !== undefined && isEqual(codes, other));
  });
}

function isEqual(left: Int32Array, right: Int32Array): boolean {
  for (let row = 0; row < left.length; row += 1) if (left[row] !== right[row]) return false;
  return true;
}
