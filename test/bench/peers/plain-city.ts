/**
 * A city bound by hand for the peers: who is paid in which way, with counts in dense blocks of
 * doubles and every code a number. Built once; nothing of it depends on a rate.
 */
import type { RegisterColumns } from "../../../packages/core/src/index.ts";
import { type Blocks, blocksOf, type CodeTable, MONTHS } from "./blocks.ts";
import { openMonthsOf, readerOf } from "./organisation-texts.ts";

/** Organisations that are paid in one way: their places in the city and of their districts. */
export type Payees = { readonly places: Int32Array; readonly districts: Uint8Array };

export type Kindergartens = Payees & { readonly children: Blocks; readonly needs: Blocks };

export type Clubs = Payees & { readonly lessons: Blocks; readonly sport: Blocks };

export type Schools = Payees & {
  /** The line that pays the school. */
  readonly lines: Uint8Array;
  readonly locations: Uint8Array;
  readonly pupils: Blocks;
  readonly needs: Blocks;
  /** A bit for each month in which the school is open all of it, January the lowest. */
  readonly openMonths: Uint16Array;
  /** The place of the kind of building; 0 where no investor component is owed. */
  readonly buildings: Uint8Array;
  readonly capacities: Float64Array;
  /** Months from the commissioning of the building to January of the year. */
  readonly buildingAges: Float64Array;
};

export type PlainCity = {
  readonly year: number;
  readonly districts: readonly string[];
  readonly locations: readonly string[];
  readonly kindergartens: Kindergartens;
  readonly schools: Schools;
  readonly clubs: Clubs;
  readonly tables: Readonly<Record<"groups" | "lessons" | "pupils" | "needs", CodeTable>>;
  /** Amounts by estimate, in tiyn, with the district of their organisation. */
  readonly estimates: readonly PlainEstimate[];
  /** Counts that reach some line. */
  readonly cells: number;
};

export type PlainEstimate = {
  readonly tier: string;
  readonly budgetCode: string;
  readonly district: string;
  readonly amount: number;
};

/** The lines in the order of every sum of the peers. */
export const LINES = [
  { tier: "preschool", budgetCode: "04.1.360.034" },
  { tier: "secondary", budgetCode: "04.2.360.040" },
  { tier: "secondary", budgetCode: "04.2.360.003" },
  { tier: "secondary", budgetCode: "04.2.360.204" },
  { tier: "extracurricular", budgetCode: "04.2.360.008" },
  { tier: "extracurricular", budgetCode: "04.2.381.006" },
  { tier: "special_needs", budgetCode: "04.2.360.004" },
] as const;
export const LINE = {
  preschool: 0,
  state: 1,
  special: 2,
  private: 3,
  lessons: 4,
  sport: 5,
  needs: 6,
} as const;

export const BUILDINGS = ["none", "new", "reconstruction"];

/** Binds a city of the methodology of Almaty for a budget year. */
export function bindPlainCity(register: RegisterColumns, year: number): PlainCity {
  const { organisations, facts } = register;
  const { attributes } = organisations;
  const district = readerOf(attributes.get("district"));
  const districts = [...(attributes.get("district")?.texts ?? [])];
  const openMonths = openMonthsOf(register, year);
  const tables = { groups: new Map(), lessons: new Map(), pupils: new Map(), needs: new Map() };
  const monthly = (fact: string, table: CodeTable, { places }: Payees, order?: "sport" | "other") =>
    blocksOf({
      ...{ places, table, width: MONTHS, columnOf: () => facts.get(fact) },
      isWanted: ([first]) => order === undefined || (first === "sport") === (order === "sport"),
      isPaid: (place, month) => (((openMonths[place] ?? 0) >> month) & 1) === 1,
    });
  const kindergartens = payeesOf(register, "preschool", districts);
  const clubs = payeesOf(register, "extracurricular", districts);
  const city = {
    kindergartens: {
      ...kindergartens,
      children: monthly("preschool.enrolled", tables.groups, kindergartens),
      needs: monthly("special_needs.kindergarten_enrolled", tables.needs, kindergartens),
    },
    clubs: {
      ...clubs,
      lessons: monthly("extracurricular.attended", tables.lessons, clubs, "other"),
      sport: monthly("extracurricular.attended", tables.lessons, clubs, "sport"),
    },
    schools: schoolsOf(register, payeesOf(register, "secondary", districts), tables, {
      year,
      openMonths,
    }),
  };
  const { children, needs } = city.kindergartens;
  const { lessons, sport } = city.clubs;
  const districtOf = new Map(organisations.ids.map((id, place) => [id, district(place)]));
  return {
    ...city,
    ...{ year, districts, tables },
    locations: attributes.get("location")?.texts ?? [],
    estimates: register.estimates.map(({ organisationId, tier, budgetCode, amount }) => ({
      ...{ tier, budgetCode, amount: Number(amount) },
      district: districtOf.get(organisationId) ?? "citywide",
    })),
    cells: [children, needs, lessons, sport, city.schools.pupils, city.schools.needs]
      .map(({ cells }) => cells)
      .reduce((sum, cells) => sum + cells, 0),
  };
}

function payeesOf(
  { organisations: { ids, attributes } }: RegisterColumns,
  wanted: string,
  districts: readonly string[],
): Payees {
  const [tier, funding] = [readerOf(attributes.get("tier")), readerOf(attributes.get("funding"))];
  const district = readerOf(attributes.get("district"));
  const places = ids.flatMap((_, place) =>
    tier(place) === wanted && funding(place) === "formula" ? place : [],
  );
  return {
    places: Int32Array.from(places),
    districts: Uint8Array.from(places, (place) => districts.indexOf(district(place))),
  };
}

function schoolsOf(
  { organisations: { attributes }, facts }: RegisterColumns,
  payees: Payees,
  tables: Pick<PlainCity["tables"], "pupils" | "needs">,
  { year, openMonths }: { readonly year: number; readonly openMonths: Uint16Array },
): Schools {
  const read = (name: string) => readerOf(attributes.get(name));
  const [ownership, type, location] = [
    read("ownership"),
    read("organisation_type"),
    read("location"),
  ];
  const [building, capacity, commissioned] = [
    read("build_kind"),
    read("design_capacity"),
    read("commissioned_on"),
  ];
  const isPrivate = (place: number) => ownership(place) === "private";
  const { places } = payees;
  const [enrolled, contracted] = [
    facts.get("secondary.enrolled"),
    facts.get("secondary.contracted"),
  ];
  const needs = facts.get("special_needs.school_enrolled");
  const all = { places, width: 2, isWanted: () => true, isPaid: () => true } as const;
  return {
    ...payees,
    lines: Uint8Array.from(places, (place) => {
      if (isPrivate(place)) return LINE.private;
      return type(place) === "special_school" ? LINE.special : LINE.state;
    }),
    locations: Uint8Array.from(
      places,
      (place) => attributes.get("location")?.texts.indexOf(location(place)) ?? 0,
    ),
    pupils: blocksOf({
      ...{ ...all, table: tables.pupils },
      columnOf: (place) => (isPrivate(place) ? contracted : enrolled),
    }),
    needs: blocksOf({ ...all, table: tables.needs, columnOf: () => needs }),
    openMonths: Uint16Array.from(places, (place) => openMonths[place] ?? 0),
    buildings: Uint8Array.from(places, (place) =>
      isPrivate(place) ? Math.max(0, BUILDINGS.indexOf(building(place))) : 0,
    ),
    capacities: Float64Array.from(places, (place) => Number(capacity(place))),
    buildingAges: Float64Array.from(places, (place) => {
      const [builtIn = 0, month = 1] = commissioned(place).split("-").map(Number);
      return (year - builtIn) * MONTHS - (month - 1);
    }),
  };
}
