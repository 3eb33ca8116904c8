import { describe, expect, it } from "vitest";

import {
  buildTree,
  filterTree,
  type RowSource,
  rowIdOf,
} from "../../../../packages/ui/src/features/allocation/build-rows.ts";
import { cityFigures } from "../../../../packages/ui/src/features/allocation/figures.ts";
import { numberTree, visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { COLUMNS, NAMES, RUN } from "../../support/small-run.ts";

const source: RowSource = {
  ...{ columns: COLUMNS, names: NAMES, language: "ru" },
  figures: cityFigures(COLUMNS, BigInt(RUN.totalTiyn)),
  texts: {
    ...{ citywide: "Общегородские", noGroup: "Не указано" },
    count: String,
    city: (count) => `Город, ${count}`,
    shown: (shown, all) => `${shown} из ${all}`,
  },
};
const all = (tree: ReturnType<typeof buildTree>) =>
  visibleRows(numberTree(tree), () => true).map(({ row }) => [row.number, row.name]);

describe("the rows of the allocation", () => {
  it("stand under their districts, the city's own lines last", () => {
    expect(all(buildTree(source, "district"))).toEqual([
      [1, "Алатауский"],
      [2, "Клуб № 3"],
      [3, "Школа № 1"],
      [4, "Медеуский"],
      [5, "Сад № 2"],
      [6, "Общегородские"],
      [7, "Управление"],
    ]);
  });

  it("have the names and the order of the language", () => {
    expect(all(buildTree({ ...source, language: "kk" }, "none")).slice(0, 3)).toEqual([
      [1, "№ 1 мектеп"],
      [2, "№ 2 балабақша"],
      [3, "№ 3 үйірме"],
    ]);
  });

  it("say so when an organisation has no group", () => {
    const names = all(buildTree(source, "ownership")).map(([, name]) => name);
    expect(names).toContain("Не указано");
  });

  it.each(["district", "organisation_type", "ownership", "none"] as const)(
    "add up to the city whatever they are grouped by: %s",
    (grouping) => {
      const { groups, total } = buildTree(source, grouping);
      const rows = groups.flatMap(({ row, members }) => (row === null ? members : [row]));
      const sum = rows.reduce((so, row) => so + (row.valueIn("total")?.numerator ?? 0n), 0n);
      expect(sum).toBe(BigInt(RUN.totalTiyn));
      expect(total.valueIn("total")?.numerator).toBe(sum);
    },
  );
});

describe("a filter", () => {
  const tree = numberTree(buildTree(source, "district"));

  it("finds inside of groups, keeps numbers and totals what it shows", () => {
    const found = filterTree(tree, { query: "САД", tier: null }, source);
    expect(visibleRows(found, () => true).map(({ row }) => [row.number, row.name])).toEqual([
      [4, "Медеуский"],
      [5, "Сад № 2"],
    ]);
    expect(found.total.name).toBe("1 из 3");
    expect(found.total.valueIn("total")?.numerator).toBe(100000701n);
  });

  it("keeps a tier's rows with all of their money", () => {
    const found = filterTree(tree, { query: "", tier: "overhead" }, source);
    expect(found.groups.map(({ row }) => row?.name)).toEqual(["Общегородские"]);
  });

  it("gives nothing when nothing fits", () => {
    expect(filterTree(tree, { query: "лицей", tier: null }, source).groups).toEqual([]);
  });
});

describe("the id of a row", () => {
  it("is one for each figure of the workbook", () => {
    const ids = (["group", "citywide", "city", "organisation"] as const).map((rowKind) =>
      rowIdOf({ rowKind, id: "x" }),
    );
    expect(new Set(ids).size).toBe(4);
  });
});
