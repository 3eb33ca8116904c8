/**
 * An invented city of any size as register columns, in the mix of the demonstration city: the same
 * seed gives the same city everywhere.
 */
import type { FactColumn, RegisterColumns } from "../../../packages/core/src/index.ts";
import { createRandom, type Random } from "../../support/random.ts";
import { binNumbers } from "./bin-numbers.ts";
import { type AddCell, createFiller } from "./city-counts.ts";
import { estimatesOf } from "./city-estimates.ts";
import { CITY_FACTS, type CityFact } from "./city-facts.ts";
import { KINDS, type Kind } from "./city-kinds.ts";
import { inventLife, type Life } from "./city-life.ts";
import { openFactSheet } from "./fact-sheet.ts";
import { openTextSheet } from "./text-sheet.ts";

export type CitySize = { readonly organisations: number; readonly seed: number };

/** The budget year that is counted. */
export const CITY_YEAR = 2026;
export const CITY_SEED = 20_260_101;

const DISTRICTS = [
  "alatau",
  "almaly",
  "auezov",
  "bostandyk",
  "zhetysu",
  "medeu",
  "nauryzbay",
  "turksib",
] as const;
const LANGUAGES = ["kk", "ru", "kk;ru", "kk;ru", "en;kk;ru"] as const;
const RURAL_PERCENT = 8;
const TEXT_COLUMNS = [
  ...(["openedOn", "closedOn", "organisation_type", "tier", "funding", "ownership"] as const),
  ...(["location", "design_capacity", "build_kind", "commissioned_on", "languages"] as const),
  "district",
] as const;
type TextColumnName = (typeof TEXT_COLUMNS)[number];

/**
 * The columns of the city; every organisation has a valid БИН and counts only of its life.
 *
 * It is invented twice, first to know how many cells there are: columns that grow would need as
 * much memory again.
 */
export function generateCity({ organisations, seed }: CitySize): RegisterColumns {
  const cells = new Map<string, number>();
  inventCity(organisations, createRandom(seed), {
    onCell: (fact) => cells.set(fact, (cells.get(fact) ?? 0) + 1),
    onOrganisation: () => undefined,
  });
  const texts = new Map(TEXT_COLUMNS.map((name) => [name, openTextSheet(organisations)]));
  const sheets = new Map(
    Object.entries(CITY_FACTS).map(([name, { codes }]: [string, CityFact]) => {
      const size = { organisations, cells: cells.get(name) ?? 0 };
      return [name, openFactSheet(codes, size)];
    }),
  );
  const kinds: Kind[] = [];
  inventCity(organisations, createRandom(seed), {
    onCell: (fact, period, codes, value) => sheets.get(fact)?.add(period, codes, value),
    onOrganisation: (place, kind, attributes) => {
      for (const [name, text] of attributes) texts.get(name)?.set(place, text);
      for (const sheet of sheets.values()) sheet.endOrganisation();
      kinds.push(kind);
    },
  });
  const ids = binNumbers(organisations);
  const columnOf = (name: TextColumnName) => texts.get(name)?.column() ?? openTextSheet(0).column();
  return {
    organisations: {
      ids,
      openedOn: columnOf("openedOn"),
      closedOn: columnOf("closedOn"),
      attributes: new Map(TEXT_COLUMNS.slice(2).map((name) => [name, columnOf(name)])),
    },
    facts: new Map([...sheets].map(([name, { column }]): [string, FactColumn] => [name, column])),
    estimates: estimatesOf(ids, kinds),
  };
}

/** How many cells the facts of a city have together. */
export function countCells({ facts }: RegisterColumns): number {
  return [...facts.values()].reduce((sum, { values }) => sum + values.length, 0);
}

type Attributes = readonly (readonly [TextColumnName, string | undefined])[];

type CityListener = {
  readonly onCell: AddCell;
  /** All cells of the organisation were told. */
  readonly onOrganisation: (place: number, kind: Kind, attributes: Attributes) => void;
};

/** Organisation by organisation. */
function inventCity(
  organisations: number,
  random: Random,
  { onCell, onOrganisation }: CityListener,
): void {
  const fill = createFiller(random, onCell);
  for (let place = 0; place < organisations; place += 1) {
    const kind = pickKind(random);
    const life = inventLife(random, kind);
    const people = fill(kind, life);
    onOrganisation(place, kind, attributesOf(kind, life, people, random));
  }
}

const ALL_KINDS = KINDS.reduce((sum, { count }) => sum + count, 0);

function pickKind(random: Random): Kind {
  let left = random.int(1, ALL_KINDS);
  for (const kind of KINDS) {
    left -= kind.count;
    if (left <= 0) return kind;
  }
  throw new RangeError("the kinds are as many as their counts");
}

function attributesOf(
  { type, tier, funding, isPrivate }: Kind,
  { openedOn, closedOn, buildKind, commissionedOn }: Life,
  people: number,
  random: Random,
): Attributes {
  const state = random.chance(53) ? "state_institution" : "state_enterprise";
  // Some buildings are smaller than the school in them: the investor component is limited there.
  const capacity = Math.max(20, Math.floor((people * random.int(80, 140)) / 100));
  return [
    ...([
      ["openedOn", openedOn],
      ["closedOn", closedOn],
    ] as const),
    ...([
      ["organisation_type", type],
      ["tier", tier],
      ["funding", funding],
    ] as const),
    ["ownership", isPrivate ? "private" : state],
    ["location", random.chance(RURAL_PERCENT) ? "rural" : "urban"],
    ["design_capacity", String(capacity)],
    ...([
      ["build_kind", buildKind],
      ["commissioned_on", commissionedOn],
    ] as const),
    ["languages", random.pick(LANGUAGES)],
    ["district", random.pick(DISTRICTS)],
  ];
}
