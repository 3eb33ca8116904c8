import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type FoundCells,
  findCells,
  findNextCell,
  partsOf,
  positionIn,
  type SearchDirection,
  type SearchedSheet,
} from "../../../../packages/ui/src/grid/search/find-cells.ts";
import { needlesOf } from "../../../../packages/ui/src/grid/search/search-text.ts";
import type { SheetCell } from "../../../../packages/ui/src/grid/sheet.ts";
import { runSteps } from "../../support/run-steps.ts";
import { sheetColumn, sheetRow } from "../../support/small-sheet.ts";

const SHEET: SearchedSheet = {
  rows: [
    sheetRow("first", { money: 731_136n }, { name: "Школа № 488", title: "Школа № 488 · 990391" }),
    sheetRow("second", { money: 5n, count: 488n }),
    sheetRow("third", { count: 7n }),
  ],
  columns: [
    sheetColumn("name", { kind: "name" }),
    sheetColumn("money", { format: ({ numerator }) => `${Number(numerator) / 1000}` }),
    sheetColumn("count", { kind: "count" }),
  ],
  language: "ru",
};

function cellsOf(found: FoundCells): readonly string[] {
  return found.places.map((place) => {
    const { row, column } = partsOf(found.sheet, place);
    return `${row?.id} ${column?.id}`;
  });
}

function find(text: string, sheet = SHEET): readonly string[] {
  return cellsOf(runSteps(findCells(sheet, needlesOf(text, false, "ru"))));
}

describe("cells that hold a text", () => {
  it("are found by the name and by the code of the whole name", () => {
    expect(find("990391")).toEqual(["first name"]);
    expect(find("школа")).toEqual(["first name"]);
  });

  it("are found by what is shown and by the exact figure", () => {
    expect(find("731,136")).toEqual(["first money"]);
    expect(find("731136,00")).toEqual(["first money"]);
    expect(find("488")).toEqual(["first name", "second count"]);
  });

  it("are only those of the part that is looked through", () => {
    const isWithin = ({ columnId }: SheetCell): boolean => columnId === "count";
    expect(find("488", { ...SHEET, isWithin })).toEqual(["second count"]);
  });

  it("are none where nothing is looked for", () => {
    expect(find("")).toEqual([]);
  });

  it("are told by their place among those found", () => {
    const found = runSteps(findCells(SHEET, needlesOf("488", false, "ru")));
    expect(positionIn(found, { rowId: "second", columnId: "count" })).toBe(1);
    expect(positionIn(found, { rowId: "second", columnId: "money" })).toBe(-1);
    expect(positionIn(found, { rowId: "gone", columnId: "money" })).toBe(-1);
  });
});

describe("laws", () => {
  const sheets = fc
    .array(fc.array(fc.constantFrom(1n, 2n, 12n, null), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
      maxLength: 6,
    })
    .map(
      (rows): SearchedSheet => ({
        rows: rows.map(([left, right], index) =>
          sheetRow(`r${index}`, {
            ...(typeof left === "bigint" ? { a: left } : {}),
            ...(typeof right === "bigint" ? { b: right } : {}),
          }),
        ),
        columns: [sheetColumn("a"), sheetColumn("b")],
        language: "ru",
      }),
    );
  const needles = needlesOf("2", false, "ru");

  it.each<SearchDirection>(["next", "previous"])(
    "going to the %s one as often as there are any visits each once",
    (direction) => {
      fc.assert(
        fc.property(sheets, fc.nat({ max: 6 }), fc.boolean(), (sheet, row, isB) => {
          const found = runSteps(findCells(sheet, needles));
          const visited: string[] = [];
          let cell: SheetCell = { rowId: `r${row}`, columnId: isB ? "b" : "a" };
          for (const _ of found.places) {
            const next = runSteps(findNextCell(sheet, needles, cell, direction));
            if (next === null) throw new Error("there is one more");
            cell = next;
            visited.push(`${cell.rowId} ${cell.columnId}`);
          }
          expect(visited.toSorted()).toEqual([...cellsOf(found)].sort());
          if (found.places.length > 0) return;
          expect(runSteps(findNextCell(sheet, needles, cell, direction))).toBeNull();
        }),
      );
    },
  );

  it("looking only through what was found before finds the same", () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const before = runSteps(findCells(sheet, needles));
        const narrower = needlesOf("12", false, "ru");
        const among = runSteps(findCells(sheet, narrower, before));
        expect(among.places).toEqual(runSteps(findCells(sheet, narrower)).places);
      }),
    );
  });
});
