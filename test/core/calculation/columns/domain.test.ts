import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cityDomain,
  createDomain,
  createRowSharing,
  type Domain,
  type KeyColumn,
  keyOf,
  ORGANISATION_KEY,
  pick,
  project,
  selectRows,
} from "../../../../packages/core/src/calculation/columns/domain.ts";
import { InvariantViolation } from "../../../../packages/core/src/kernel/index.ts";

const city = cityDomain();
/** Organisations of even number are of kind 1, the others of kind 0. */
const derive = (_name: string, { codes }: KeyColumn): KeyColumn => ({
  codes: codes.map((code) => 1 - (code % 2)),
  count: 2,
});
const SURROUNDINGS = { derive, city };

function domainOf(keys: Readonly<Record<string, readonly number[]>>, count = 4): Domain {
  const size = Object.values(keys)[0]?.length ?? 0;
  const columns = Object.entries(keys).map(
    ([name, codes]) => [name, { codes: Int32Array.from(codes), count }] as const,
  );
  return createDomain(size, new Map(columns));
}

function rowsOf(domain: Domain, names: readonly string[]): readonly string[] {
  return Array.from({ length: domain.size }, (_, row) =>
    names.map((name) => keyOf(domain, name, derive).codes[row]).join("|"),
  );
}

describe("laws", () => {
  const names = ["level", "month"];
  const code = fc.nat(3);
  const rows = fc.array(fc.tuple(code, code, code), { minLength: 1, maxLength: 30 });
  const lookUp = fc.constantFrom(4, 2 ** 21, 2 ** 15);

  it("rows with equal keys, and only they, share a row, wherever it is looked for", () => {
    fc.assert(
      fc.property(rows, lookUp, (given, count) => {
        const column = (place: number) => given.map((row) => row[place] ?? 0);
        const domain = domainOf({ level: column(0), month: column(1), other: column(2) }, count);
        const { domain: fewer, index } = project(domain, names, SURROUNDINGS);
        const own = rowsOf(domain, names);
        const found = rowsOf(fewer, names);
        expect(Array.from(index ?? [], (row) => found[row])).toEqual(own);
        expect(found.toSorted()).toEqual([...new Set(own)].toSorted());
      }),
    );
  });
});

describe("a projection", () => {
  const domain = domainOf({ [ORGANISATION_KEY]: [0, 0, 1, 2], level: [0, 1, 1, 1] });

  it("on all keys is the domain itself", () => {
    expect(project(domain, ["level", ORGANISATION_KEY], SURROUNDINGS)).toEqual({
      ...{ domain, index: undefined },
    });
    expect(project(city, [], SURROUNDINGS).index).toBeUndefined();
  });

  it("on no key is the city, of which there is one", () => {
    const found = project(domain, [], SURROUNDINGS);
    expect(found.domain).toBe(city);
    expect(found.index).toEqual(Int32Array.of(0, 0, 0, 0));
  });

  it("on a key that follows from the organisation has a row for each of its codes", () => {
    const { domain: kinds, index } = project(domain, ["@kind"], SURROUNDINGS);
    expect(index).toEqual(Int32Array.of(0, 0, 1, 0));
    expect(kinds.keys.get("@kind")).toEqual({ codes: Int32Array.of(1, 0), count: 2 });
    const both = project(domain, ["@kind", "level"], SURROUNDINGS);
    expect(both.index).toEqual(Int32Array.of(0, 1, 2, 1));
  });

  it("asked for again is the same rows", () => {
    const once = project(domain, ["level"], SURROUNDINGS);
    expect(project(domain, ["level"], SURROUNDINGS)).toBe(once);
    expect(project(domain, ["@kind"], SURROUNDINGS)).not.toBe(once);
  });

  it("of no rows has none", () => {
    const none = domainOf({ level: [], month: [] });
    expect(project(none, ["level"], SURROUNDINGS).domain.size).toBe(0);
  });
});

describe("a key", () => {
  it("that rows do not have is derived from their organisations, once", () => {
    const domain = domainOf({ [ORGANISATION_KEY]: [3, 2], level: [0, 1] });
    const found = keyOf(domain, "@kind", derive);
    expect(found.codes).toEqual(Int32Array.of(0, 1));
    expect(keyOf(domain, "@kind", derive)).toBe(found);
    expect(keyOf(domain, "level", derive).codes).toEqual(Int32Array.of(0, 1));
  });

  it("cannot be asked of rows without organisations", () => {
    expect(() => keyOf(domainOf({ level: [0] }), "@kind", derive)).toThrow(InvariantViolation);
  });
});

it("rows are picked by number, with all their keys", () => {
  expect(pick(Int32Array.of(7, 8, 9), Int32Array.of(2, 0))).toEqual(Int32Array.of(9, 7));
  const domain = domainOf({ level: [0, 1, 2], month: [3, 2, 1] });
  const picked = selectRows(domain, Int32Array.of(2, 1));
  expect(rowsOf(picked, ["level", "month"])).toEqual(["2|1", "1|2"]);
  expect(picked.keys.get("level")?.count).toBe(4);
});

it("the city is one row without keys", () => {
  expect(city).toMatchObject({ size: 1, keys: new Map() });
});

it("rows of the same keys and codes are those that were met first", () => {
  const { share } = createRowSharing();
  const first = domainOf({ level: [0, 1], month: [2, 3] });
  expect(share(first)).toBe(first);
  expect(share(domainOf({ month: [2, 3], level: [0, 1] }))).toBe(first);
  for (const other of [
    domainOf({ level: [0, 1], month: [2, 2] }),
    domainOf({ level: [0, 1] }),
    domainOf({ level: [0, 1], count: [2, 3] }),
    domainOf({ level: [0, 1, 1], month: [2, 3, 3] }),
  ]) {
    expect(share(other)).toBe(other);
  }
});
