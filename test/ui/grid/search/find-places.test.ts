import { describe, expect, it } from "vitest";

import { findPlaces, indexPlaces } from "../../../../packages/ui/src/grid/search/find-places.ts";
import { sheetColumn, sheetRow } from "../../support/small-sheet.ts";

const INDEX = indexPlaces(
  [
    sheetRow("s195", {}, { number: 195, name: "ОШ № 12", title: "ОШ № 12 · 990391018056" }),
    sheetRow("s196", {}, { number: 196, name: "Школа № 195" }),
    sheetRow("s197", {}, { number: 197, name: "Гимназия № 5" }),
  ],
  [
    sheetColumn("name", { kind: "name", title: "Организация" }),
    sheetColumn("basic", { header: "Основная", title: "Основная 5–9" }),
    sheetColumn("senior", { header: "Старшая", title: "Старшая 10–11" }),
  ],
  "ru",
);

function find(typed: string, most = 50): readonly string[] {
  const active = { rowId: "s197", columnId: "basic" };
  return findPlaces(INDEX, typed, active, most).map(({ row, column }) =>
    column === null ? row.id : `${row.id} ${column.id}`,
  );
}

describe("a place by a few words", () => {
  it("is the row of a number before a name with it", () => {
    expect(find("195")).toEqual(["s195", "s196"]);
  });

  it("is a row by its name or its code", () => {
    expect(find("гимназия №")).toEqual(["s197"]);
    expect(find("99039101")).toEqual(["s195"]);
  });

  it("is a cell by its row and its column, in either order", () => {
    expect(find("195 основная")).toEqual(["s195 basic", "s196 basic"]);
    expect(find("старшая 195")).toEqual(["s195 senior", "s196 senior"]);
  });

  it("is a column in the row of the active cell", () => {
    expect(find("старш")).toEqual(["s197 senior"]);
  });

  it("is none without words, and never more than asked for", () => {
    expect(find("  ")).toEqual([]);
    expect(find("№", 2)).toHaveLength(2);
  });
});
