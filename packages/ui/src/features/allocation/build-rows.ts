/**
 * The rows of the allocation sheet: organisations under the groups they are put into, the city's
 * own lines as the last group, and the city. A filter keeps the numbers of the full sheet.
 */
import type { MethodologyNames, RunColumns } from "@zhanbasy/api/contract";
import { nameOrder } from "../../format/kazakh-order.ts";
import type { SheetGroup, SheetRow, SheetTree } from "../../grid/sheet.ts";
import type { Language } from "../../i18n/language.ts";
import type { ActiveFigure, OrganisationGrouping } from "../workbook/workbook-context.ts";
import { type CityFigures, type Figures, figureOf, sumFigures } from "./figures.ts";
import { comparable, matchesQuery, type Searchable } from "./find-rows.ts";
import { orderNames } from "./order-names.ts";
import { capitalised, shortName } from "./short-name.ts";

/** A row of the sheet with what it stands for. */
export type AllocationRow = SheetRow & {
  readonly figure: Pick<ActiveFigure, "rowKind" | "id">;
  readonly figures: Figures;
  readonly searchable: Searchable;
};

/** The words the rows need beside those of the run. */
export type RowTexts = {
  readonly citywide: string;
  readonly noGroup: string;
  readonly count: (count: number) => string;
  readonly city: (organisations: number) => string;
  readonly shown: (shown: number, all: number) => string;
};

/** What rows are built from. */
export type RowSource = {
  readonly columns: RunColumns;
  readonly names: MethodologyNames;
  readonly figures: CityFigures;
  readonly language: Language;
  readonly texts: RowTexts;
};

/** What a row must have to be shown; an empty query and no tier show all. */
export type RowFilter = { readonly query: string; readonly tier: string | null };

/** The id of the row of the whole city, which is the total. */
const CITY_ROW = "city";

type Labels = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** One row an organisation, in the order of their names, as the language has it. */
function organisationRows(source: RowSource, level: number): readonly AllocationRow[] {
  const { ids, namesRu, namesKk } = source.columns.organisations;
  const names = source.language === "kk" ? namesKk : namesRu;
  const shown = names.map(shortName);
  return orderNames(shown, source.language).map((position): AllocationRow => {
    const id = ids[position] ?? "";
    const figures = source.figures.organisations[position] ?? sumFigures([]);
    return {
      ...memberOf(figures, level),
      id,
      name: shown[position] ?? "",
      title: `${names[position]} · ${id}`,
      figure: { rowKind: "organisation", id },
      searchable: {
        names: comparable(`${namesRu[position]} ${namesKk[position]}`),
        code: id,
      },
    };
  });
}

/** The whole sheet of a grouping. */
export function buildTree(
  source: RowSource,
  grouping: OrganisationGrouping,
): SheetTree<AllocationRow> {
  const isFlat = grouping === "none";
  const members = organisationRows(source, isFlat ? 1 : 2);
  const groups = isFlat ? [{ row: null, members }] : groupRows(source, grouping, members);
  const citywide = citywideGroup(source);
  return {
    groups: citywide === null ? groups : [...groups, citywide],
    total: totalRow(source.figures.city, source.texts.city(members.length)),
  };
}

/** The rows that fit, with sums of their own: groups without any are left out. */
export function filterTree(
  tree: SheetTree<AllocationRow>,
  filter: RowFilter,
  source: RowSource,
): SheetTree<AllocationRow> {
  if (filter.query.trim() === "" && filter.tier === null) return tree;
  const groups = tree.groups.flatMap(({ row, members }): SheetGroup<AllocationRow>[] => {
    const kept = members.filter((member) => fits(member, filter));
    if (kept.length === 0) return [];
    const figures = sumFigures(kept.map((member) => member.figures));
    const counted =
      row === null ? null : withFigures(row, figures, source.texts.count(kept.length));
    return [{ row: counted, members: kept }];
  });
  const kept = groups.flatMap(({ members }) => members);
  const organisations = kept.filter(({ figure }) => figure.rowKind === "organisation");
  const all = source.columns.organisations.ids.length;
  const figures = sumFigures(kept.map((member) => member.figures));
  return {
    groups,
    total: totalRow(figures, source.texts.shown(organisations.length, all)),
  };
}

/** The row of a figure that the workbook names, as the sheet calls it. */
export function rowIdOf({ rowKind, id }: Pick<ActiveFigure, "rowKind" | "id">): string {
  switch (rowKind) {
    case "organisation":
      return id;
    case "group":
      return `group:${id}`;
    case "citywide":
      return id === "" ? "citywide" : `citywide:${id}`;
    case "city":
      return CITY_ROW;
  }
}

function groupRows(
  source: RowSource,
  grouping: Exclude<OrganisationGrouping, "none">,
  members: readonly AllocationRow[],
): readonly SheetGroup<AllocationRow>[] {
  const codes = codesById(source, grouping);
  const labels: Labels = source.names.codeLists[grouping] ?? {};
  const byCode = new Map<string, AllocationRow[]>();
  for (const member of members) {
    const code = codes.get(member.id) ?? "";
    const rows = byCode.get(code);
    if (rows === undefined) byCode.set(code, [member]);
    else rows.push(member);
  }
  const compare = nameOrder(source.language);
  return [...byCode]
    .map(([code, rows]): SheetGroup<AllocationRow> => {
      const label = labels[code]?.[source.language] ?? code;
      const name = code === "" ? source.texts.noGroup : capitalised(label);
      const figure = { rowKind: "group", id: code } as const;
      return { row: groupRow(source, figure, name, rows), members: rows };
    })
    .sort((left, right) => compare(left.row?.name ?? "", right.row?.name ?? ""));
}

function codesById(source: RowSource, attribute: string): ReadonlyMap<string, string> {
  const { ids, attributes } = source.columns.organisations;
  const column = attributes[attribute];
  return new Map(
    ids.flatMap((id, position) => {
      const code = column?.words[column.values[position] ?? -1];
      return code === undefined ? [] : [[id, code] as const];
    }),
  );
}

/** Lines without an organisation are named by their budget code. */
function citywideGroup(source: RowSource): SheetGroup<AllocationRow> | null {
  const members = source.figures.citywide.map(({ line, budgetCode, figures }): AllocationRow => {
    const label = source.names.budgetCodes[budgetCode]?.[source.language] ?? budgetCode;
    const figure = { rowKind: "citywide", id: line } as const;
    return {
      ...memberOf(figures, 2),
      id: rowIdOf(figure),
      name: label,
      title: `${label} · ${budgetCode}`,
      figure,
      searchable: { names: comparable(label), code: budgetCode },
    };
  });
  if (members.length === 0) return null;
  const figure = { rowKind: "citywide", id: "" } as const;
  return { row: groupRow(source, figure, source.texts.citywide, members), members };
}

function memberOf(figures: Figures, level: number) {
  return {
    kind: "member" as const,
    number: null,
    note: null,
    level,
    figures,
    valueIn: (column: string) => figureOf(figures, column),
  };
}

function groupRow(
  { texts }: RowSource,
  figure: AllocationRow["figure"],
  name: string,
  members: readonly AllocationRow[],
): AllocationRow {
  const figures = sumFigures(members.map((member) => member.figures));
  return {
    id: rowIdOf(figure),
    kind: "group",
    number: null,
    name,
    title: name,
    note: texts.count(members.length),
    level: 1,
    figure,
    figures,
    searchable: { names: comparable(name), code: "" },
    valueIn: (column) => figureOf(figures, column),
  };
}

function totalRow(figures: Figures, name: string): AllocationRow {
  return {
    id: CITY_ROW,
    kind: "total",
    number: null,
    name,
    title: name,
    note: null,
    level: 1,
    figure: { rowKind: "city", id: "" },
    figures,
    searchable: { names: "", code: "" },
    valueIn: (column) => figureOf(figures, column),
  };
}

function withFigures(row: AllocationRow, figures: Figures, note: string): AllocationRow {
  return { ...row, figures, note, valueIn: (column) => figureOf(figures, column) };
}

function fits({ figures, searchable }: AllocationRow, { query, tier }: RowFilter): boolean {
  if (tier !== null && !figures.amounts.has(`tier:${tier}`)) return false;
  return query.trim() === "" || matchesQuery(searchable, query);
}
