import { describe, expect, it } from "vitest";
import {
  factRowName,
  headcountName,
  replaceFactRows,
  replaceHeadcounts,
} from "../../../packages/core/src/register/replace-rows.ts";
import { createRandom } from "../../support/random.ts";
import { factRow, pupils } from "../../support/school-register.ts";

const ROWS = [
  pupils("a", "2026-01-01", "basic", 1),
  pupils("a", "2026-09-05", "basic", 2),
  pupils("c", "2026-01-01", "basic", 3),
];

function told(rows: typeof ROWS): readonly string[] {
  return rows.map(
    (row) => `${row.organisationId} ${row.period} ${row.level_or_group} ${row.headcount}`,
  );
}

describe("rows that are replaced", () => {
  it("stand where they stood; new ones stand where their key stands", () => {
    const changes = [
      { row: pupils("a", "2026-01-01", "basic", 9), isGone: false },
      { row: pupils("b", "2026-01-01", "basic", 8), isGone: false },
      { row: pupils("a", "2026-01-01", "primary", 7), isGone: false },
      { row: pupils("d", "2026-01-01", "basic", 6), isGone: false },
    ];
    expect(told([...replaceHeadcounts(ROWS, changes)])).toEqual([
      ...["a 2026-01-01 basic 9", "a 2026-01-01 primary 7", "a 2026-09-05 basic 2"],
      ...["b 2026-01-01 basic 8", "c 2026-01-01 basic 3", "d 2026-01-01 basic 6"],
    ]);
    expect(told(ROWS)[0]).toBe("a 2026-01-01 basic 1");
  });

  it("are gone when they are to be gone; the last change of a key holds", () => {
    const row = pupils("a", "2026-01-01", "basic", 9);
    const gone = { row, isGone: true };
    expect(replaceHeadcounts(ROWS, [gone])).toEqual(ROWS.slice(1));
    expect(told([...replaceHeadcounts(ROWS, [gone, { row, isGone: false }])])[0]).toBe(
      "a 2026-01-01 basic 9",
    );
    expect(
      replaceHeadcounts(ROWS, [{ row: pupils("z", "2026-01-01", "basic", 1), isGone: true }]),
    ).toEqual(ROWS);
    expect(replaceHeadcounts(ROWS, [])).toBe(ROWS);
  });

  it("of named facts are told apart by fact, period and key", () => {
    const rows = [factRow("a", "grant", "1"), factRow("a", "grant", "2", { key: "level=basic" })];
    const change = { row: factRow("a", "grant", "3", { key: "level=basic" }), isGone: false };
    expect(replaceFactRows(rows, [change]).map(({ value }) => value)).toEqual(["1", "3"]);
    expect(new Set(rows.map(factRowName)).size).toBe(2);
  });
});

describe("laws", () => {
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);

  it.each(seeds)("rows in order stay in order, each key once (%i)", (seed) => {
    const random = createRandom(seed);
    const some = (count: number) =>
      Array.from({ length: count }, () =>
        pupils(
          random.pick(["a", "ab", "b"]),
          random.pick(["2026-01-01", "2026-09-05"]),
          random.pick(["basic", "primary"]),
          random.int(0, 9),
        ),
      );
    const changes = some(6).map((row) => ({ row, isGone: random.chance(30) }));
    const first = replaceHeadcounts(
      [],
      some(8).map((row) => ({ row, isGone: false })),
    );
    const names = replaceHeadcounts(first, changes).map(headcountName);
    expect(names).toEqual([...new Set(names)].toSorted());
    const last = new Map(changes.map((each) => [headcountName(each.row), each.isGone]));
    for (const [name, isGone] of last) expect(names.includes(name)).toBe(!isGone);
  });
});
