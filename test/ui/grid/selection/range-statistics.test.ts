import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addExact,
  compareExact,
  type ExactValue,
  exactWhole,
} from "../../../../packages/ui/src/grid/exact-value.ts";
import { visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { rangeStatistics } from "../../../../packages/ui/src/grid/selection/range-statistics.ts";
import {
  isSelected,
  type SheetRange,
  type SheetSelection,
} from "../../../../packages/ui/src/grid/selection/selection.ts";
import type { FigureColumn, SheetRow, VisibleRow } from "../../../../packages/ui/src/grid/sheet.ts";
import { buildTable, type SheetTable } from "../../../../packages/ui/src/grid/sheet-table.ts";
import { runSteps } from "../../support/run-steps.ts";
import { SHEET_COLUMNS, sheetColumn, sheetRow, TREE } from "../../support/small-sheet.ts";

function range(top: number, left: number, bottom: number, right: number): SheetRange {
  return { anchor: { row: top, column: left }, head: { row: bottom, column: right } };
}

function of(table: SheetTable, first: SheetRange, ...others: readonly SheetRange[]) {
  return runSteps(rangeStatistics({ ranges: [first, ...others] }, table));
}

const MONEY = sheetColumn("total", { isAdditive: true });
const OPEN = buildTable(
  [SHEET_COLUMNS[0] ?? MONEY, MONEY],
  visibleRows(TREE, () => true),
  TREE.total,
);

describe("what a selection adds up to", () => {
  it("has no subtotal beside its members, and no total beside anything", () => {
    const all = of(OPEN, range(0, 0, 5, 1));
    expect(all).toMatchObject({ figureCount: 2, isWithoutSums: true });
    expect(all.figures).toMatchObject({
      sum: { numerator: 14n, denominator: 1n },
      average: { numerator: 14n, denominator: 2n },
    });
  });

  it("has the subtotal of a group that is folded or whose members are not selected", () => {
    const folded = buildTable(
      [MONEY],
      visibleRows(TREE, () => false),
      TREE.total,
    );
    expect(of(folded, range(0, 0, 1, 0)).figures?.sum?.numerator).toBe(14n);
    expect(of(OPEN, range(0, 1, 0, 1), range(4, 1, 4, 1))).toMatchObject({
      figureCount: 2,
      isWithoutSums: false,
    });
    expect(of(OPEN, range(5, 1, 5, 1)).figures?.sum?.numerator).toBe(14n);
  });

  it("has no column that adds up others of its unit which are selected too", () => {
    const columns = [
      sheetColumn("left", { isAdditive: true, parts: "open" }),
      sheetColumn("part", { isAdditive: true, isPart: true }),
      sheetColumn("right", { isAdditive: true }),
      sheetColumn("all", { isAdditive: true, isTotal: true }),
    ];
    const row = sheetRow("r", { left: 3n, part: 3n, right: 4n, all: 7n });
    const table = buildTable(columns, [{ row, isOpen: null }], TREE.total);
    expect(of(table, range(0, 0, 0, 3)).figures?.sum?.numerator).toBe(7n);
    expect(of(table, range(0, 0, 0, 1)).figures?.sum?.numerator).toBe(3n);
    expect(of(table, range(0, 3, 0, 3)).figures?.sum?.numerator).toBe(7n);
  });

  it("has a sum beside parts that are empty, since nothing is counted twice then", () => {
    const columns = [
      sheetColumn("left", { isAdditive: true }),
      sheetColumn("all", { isAdditive: true, isTotal: true }),
    ];
    const rows = [{ left: 3n, all: 3n }, { all: 4n }].map((figures, index) => ({
      row: sheetRow(`r${index}`, figures),
      isOpen: null,
    }));
    expect(of(buildTable(columns, rows, TREE.total), range(0, 0, 1, 1))).toMatchObject({
      figures: { sum: { numerator: 7n } },
      figureCount: 2,
      isWithoutSums: true,
    });
    const group = sheetRow("g", { total: 5n }, { kind: "group", level: 1 });
    const absent = [
      { row: group, isOpen: true },
      { row: sheetRow("m", {}), isOpen: null },
    ];
    const table = buildTable([MONEY], absent, TREE.total);
    expect(of(table, range(0, 0, 1, 0))).toMatchObject({
      figures: { sum: { numerator: 5n } },
      isWithoutSums: false,
    });
  });

  it("is only counted where units differ, and has no sum of rates", () => {
    const count = sheetColumn("count", { kind: "count", isAdditive: true });
    const rate = sheetColumn("rate");
    const row = sheetRow("r", { total: 5n, count: 2n, rate: 9n });
    const rows = [{ row, isOpen: null }];
    expect(of(buildTable([MONEY, count], rows, TREE.total), range(0, 0, 0, 1))).toMatchObject({
      figures: null,
      figureCount: 2,
      hasSeveralUnits: true,
    });
    const rates = of(buildTable([rate], rows, TREE.total), range(0, 0, 0, 0));
    expect(rates.figures).toMatchObject({ sum: null, average: null, least: { numerator: 9n } });
  });

  it("counts words where there are no figures", () => {
    const words = { ...sheetColumn("word"), kind: "text" as const };
    const text = { format: String, speak: String, copy: String };
    const row = sheetRow("r", {}, { wordIn: () => "приказ" });
    const table = buildTable([{ ...words, ...text }], [{ row, isOpen: null }], TREE.total);
    expect(of(table, range(0, 0, 1, 0))).toMatchObject({ figureCount: 0, wordCount: 1 });
  });
});

describe("laws", () => {
  const figure = fc.option(
    fc.record({
      numerator: fc.bigInt({ min: -1000n, max: 1000n }),
      denominator: fc.constantFrom(1n, 7n, 12n),
    }),
  );
  const groups = fc.array(fc.array(fc.tuple(figure, figure), { maxLength: 3 }), { maxLength: 3 });
  const corner = fc.record({ row: fc.nat({ max: 12 }), column: fc.nat({ max: 2 }) });
  const ranges = fc.array(fc.record({ anchor: corner, head: corner }), {
    minLength: 1,
    maxLength: 3,
  });

  it("a figure is counted unless a selected one is a part of it, and each only once", () => {
    fc.assert(
      fc.property(groups, ranges, (figures, [first, ...others]) => {
        if (first === undefined) return;
        const table = tableOf(figures);
        const selection: SheetSelection = { ranges: [first, ...others] };
        const cells = figuresIn(selection, table);
        const counted = cells.filter((whole) => !cells.some((part) => isPartOf(part, whole)));
        const statistics = runSteps(rangeStatistics(selection, table));
        expect(statistics.figureCount).toBe(counted.length);
        expect(statistics.isWithoutSums).toBe(counted.length < cells.length);
        const sum = counted.map(({ value }) => value).reduce(addExact, exactWhole(0n));
        const found = statistics.figures?.sum ?? exactWhole(0n);
        expect(compareExact(found, sum)).toBe(0);
      }),
    );
  });

  it("all of a sheet adds up to its members, however it is grouped", () => {
    fc.assert(
      fc.property(groups, (figures) => {
        const table = tableOf(figures);
        const statistics = runSteps(
          rangeStatistics({ ranges: [range(0, 0, table.rowCount - 1, 2)] }, table),
        );
        const members = figures.flat(2).flatMap((value) => value ?? []);
        const sum = members.reduce(addExact, exactWhole(0n));
        expect(compareExact(statistics.figures?.sum ?? exactWhole(0n), sum)).toBe(0);
      }),
    );
  });

  type Figure = ExactValue | null;

  /** Columns `a`, `b` and their total; groups with the sums of their members. */
  function tableOf(groupsOfFigures: readonly (readonly (readonly [Figure, Figure])[])[]) {
    const columns = [
      ...["a", "b"].map((id): FigureColumn => sheetColumn(id, { isAdditive: true })),
      sheetColumn("all", { isAdditive: true, isTotal: true }),
    ];
    const rows = groupsOfFigures.flatMap((members, group): VisibleRow[] => [
      {
        row: sheetRow(`${group}`, {}, { kind: "group", level: 1, valueIn: sumsOf(members) }),
        isOpen: true,
      },
      ...members.map((member, index) => ({
        row: sheetRow(`${group}-${index}`, {}, { valueIn: sumsOf([member]) }),
        isOpen: null,
      })),
    ]);
    const total = { ...TREE.total, valueIn: sumsOf(groupsOfFigures.flat()) };
    return buildTable(columns, rows, total);
  }

  function sumsOf(members: readonly (readonly [Figure, Figure])[]): SheetRow["valueIn"] {
    return (id) => {
      const all = members.flatMap(([a, b]) => [
        ...(id === "b" ? [] : [a]),
        ...(id === "a" ? [] : [b]),
      ]);
      const known = all.flatMap((value) => value ?? []);
      return known.length === 0 ? null : known.reduce(addExact, exactWhole(0n));
    };
  }

  type FigureCell = {
    readonly row: SheetRow;
    readonly columnId: string;
    readonly value: ExactValue;
  };

  function figuresIn(selection: SheetSelection, table: SheetTable): readonly FigureCell[] {
    return Array.from({ length: table.rowCount }, (_none, index) => index).flatMap((index) =>
      table.columns.flatMap(({ id }, column): FigureCell[] => {
        const row = table.rowAt(index);
        const value = row?.valueIn(id) ?? null;
        if (row === undefined || value === null) return [];
        return isSelected(selection, { row: index, column }) ? [{ row, columnId: id, value }] : [];
      }),
    );
  }

  function isPartOf(part: FigureCell, whole: FigureCell): boolean {
    const isRow = part.row === whole.row;
    const isColumn = part.columnId === whole.columnId;
    const isBelow =
      (whole.row.kind === "total" && !isRow) ||
      (whole.row.kind === "group" && part.row.id.startsWith(`${whole.row.id}-`));
    return !(isRow && isColumn) && (isRow || isBelow) && (isColumn || whole.columnId === "all");
  }
});
