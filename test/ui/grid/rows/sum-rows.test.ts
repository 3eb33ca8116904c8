import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  compareExact,
  type ExactValue,
  exactWhole,
} from "../../../../packages/ui/src/grid/exact-value.ts";
import { type SummedSource, summedTree } from "../../../../packages/ui/src/grid/rows/sum-rows.ts";
import type { SheetRow } from "../../../../packages/ui/src/grid/sheet.ts";
import { sheetRow } from "../../support/small-sheet.ts";

function sourceOf(
  members: readonly SheetRow[],
  given: Partial<SummedSource<SheetRow>> = {},
): SummedSource<SheetRow> {
  return {
    members,
    groupIds: ["north", "south", "empty"],
    groupOf: ({ id }) => (id.startsWith("n") ? "north" : "south"),
    isSummed: (columnId) => columnId !== "rate",
    groupRow: (id, own, valueIn) => sheetRow(id, {}, { note: `${own.length}`, valueIn }),
    totalRow: (own, valueIn) => sheetRow("city", {}, { note: `${own.length}`, valueIn }),
    ...given,
  };
}

/** Members whose figures can change, and how often each was asked. */
function changingRows(figures: Record<string, bigint>) {
  const asked: string[] = [];
  const rows = Object.keys(figures).map((id) =>
    sheetRow(
      id,
      {},
      {
        valueIn: (columnId) => {
          asked.push(`${id} ${columnId}`);
          return exactWhole(figures[id] ?? 0n);
        },
      },
    ),
  );
  return { figures, asked, rows };
}

describe("rows that add up their members", () => {
  it("stand in the order of the groups, those without members not at all", () => {
    const { rows } = changingRows({ s1: 9n, n1: 5n, n2: 1n });
    const { tree } = summedTree(sourceOf(rows));
    expect(tree.groups.map(({ row }) => [row?.id, row?.note])).toEqual([
      ["north", "2"],
      ["south", "1"],
    ]);
    expect(tree.total.valueIn("money")).toEqual(exactWhole(15n));
  });

  it("have no figure where no member has one, and none of rates", () => {
    const { tree } = summedTree(sourceOf([sheetRow("n1", {})]));
    expect(tree.total.valueIn("money")).toBeNull();
    const { rows, asked } = changingRows({ n1: 5n });
    expect(summedTree(sourceOf(rows)).tree.total.valueIn("rate")).toBeNull();
    expect(asked).toEqual([]);
  });

  it("ask after a change only the group and the column in which it was", () => {
    const { figures, rows, asked } = changingRows({ n1: 5n, n2: 1n, s1: 9n });
    const { tree, forget } = summedTree(sourceOf(rows));
    for (const columnId of ["money", "count"]) tree.total.valueIn(columnId);
    asked.length = 0;
    figures["n1"] = 6n;
    forget([{ rowId: "n1", columnId: "money" }]);
    expect(tree.total.valueIn("money")).toEqual(exactWhole(16n));
    expect(tree.groups[0]?.row?.valueIn("money")).toEqual(exactWhole(7n));
    tree.total.valueIn("count");
    expect(asked).toEqual(["n1 money", "n2 money"]);
  });

  it("ask everybody where all may have changed", () => {
    const { figures, rows } = changingRows({ n1: 5n, s1: 9n });
    const { tree, forgetAll } = summedTree(sourceOf(rows));
    tree.total.valueIn("money");
    figures["s1"] = 1n;
    forgetAll();
    expect(tree.total.valueIn("money")).toEqual(exactWhole(6n));
  });
});

describe("laws", () => {
  it("groups add up to the total, exactly", () => {
    const figure: fc.Arbitrary<ExactValue> = fc.record({
      numerator: fc.bigInt(),
      denominator: fc.constantFrom(1n, 7n, 12n),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("n", "s", "x"), figure)), (given) => {
        const rows = given.map(([group, value], index) =>
          sheetRow(`${group}${index}`, {}, { valueIn: () => value }),
        );
        const groupOf = ({ id }: SheetRow): string | null =>
          id.startsWith("x") ? null : id.slice(0, 1);
        const { tree } = summedTree(sourceOf(rows, { groupIds: ["n", "s"], groupOf }));
        const parts = tree.groups.flatMap(({ row, members }) =>
          row === null ? members.map((member) => member.valueIn("a")) : [row.valueIn("a")],
        );
        const sum = parts.reduce(
          (total, value) => total + (value?.numerator ?? 0n) * (84n / (value?.denominator ?? 1n)),
          0n,
        );
        const total = tree.total.valueIn("a") ?? exactWhole(0n);
        expect(compareExact(total, { numerator: sum, denominator: 84n })).toBe(0);
      }),
    );
  });
});
