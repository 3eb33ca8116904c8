/**
 * Random cities in the form of the demonstration's files: organisations of every type that open,
 * close and stand at their capacity and at the end of the investor term, with counts from zero up.
 *
 * The first four organisations are open all year and have a count in every period, so that no count
 * is missing in the city as a whole.
 */
import { createRandom, type Random } from "../support/random.ts";
import type { Row } from "./csv-rows.ts";
import type { City } from "./kz-oracle.ts";
import { randomHeadcounts } from "./random-headcounts.ts";
import { LOCATIONS, laterOf, randomDay, randomParameters } from "./random-parameters.ts";

export type RandomCity = {
  readonly seed: number;
  readonly year: number;
  readonly knownOn: string;
  readonly city: City;
};

const SCHOOLS = ["general_school", "gymnasium", "lyceum", "special_school"] as const;
const KINDERGARTENS = [
  ...(["kindergarten", "nursery_kindergarten", "mini_centre"] as const),
  ...(["special_kindergarten", "sanatorium_kindergarten"] as const),
] as const;
const CLUBS = [
  ...(["children_palace", "art_school", "sport_school", "creative_club"] as const),
  ...(["sport_club"] as const),
] as const;
const BY_ESTIMATE = [
  ...(["small_class_school", "specialised_school", "boarding_school", "pmpk"] as const),
  ...(["correction_cabinet", "rehabilitation_centre", "autism_centre"] as const),
  ...(["support_centre"] as const),
] as const;
const OWNERSHIPS = ["state_institution", "state_enterprise", "private"] as const;
const BUILDINGS = ["none", "new", "reconstruction"] as const;
const DISTRICTS = ["alatau", "almaly", "auezov", "bostandyk", "zhetysu", "medeu"] as const;
type EstimateCode = readonly [tier: string, budgetCode: string];
const ESTIMATE_CODES: readonly [EstimateCode, ...EstimateCode[]] = [
  ["secondary", "04.2.360.003"],
  ["secondary", "04.2.360.005"],
  ["special_needs", "04.9.360.013"],
  ["overhead", "04.9.360.001"],
];

/** Open all year, and every one of them needed for some count. */
const PILLARS: readonly Row[] = [
  { organisation_type: "general_school", ownership: "state_institution" },
  { organisation_type: "gymnasium", ownership: "private" },
  { organisation_type: "kindergarten", ownership: "private" },
  { organisation_type: "creative_club", ownership: "private" },
];

export function randomCity(seed: number, organisationCount: number): RandomCity {
  const random = createRandom(seed);
  const year = random.int(2025, 2028);
  const size = random.chance(20) ? "huge" : "usual";
  const parameters = randomParameters({ random, year, size });
  const organisations = Array.from({ length: organisationCount }, (_, place) =>
    randomOrganisation(random, year, place),
  );
  const headcounts = organisations.flatMap((organisation, place) =>
    randomHeadcounts({ random, year, size, organisation, isComplete: place < PILLARS.length }),
  );
  const estimates = randomEstimates(random, year, organisations);
  const knownOn = randomKnownOn(random, year, parameters);
  return { seed, year, knownOn, city: { organisations, headcounts, estimates, parameters } };
}

/** Any day on which the first values are known; often the very day of an adoption. */
function randomKnownOn(random: Random, year: number, parameters: readonly Row[]): string {
  const adopted = parameters[random.int(0, parameters.length - 1)]?.["known_from"] ?? "";
  const anAdoption = laterOf(adopted, `${year - 1}-12-01`);
  return random.pick([`${year}-12-31`, randomDay(random, year), anAdoption]);
}

function randomOrganisation(random: Random, year: number, place: number): Row {
  const pillar = PILLARS[place];
  const kind = random.int(0, 19);
  const types = kind <= 9 ? SCHOOLS : kind <= 13 ? KINDERGARTENS : kind <= 18 ? CLUBS : BY_ESTIMATE;
  const opened = pillar || random.chance(70) ? "2001-09-01" : randomDay(random, year);
  const closed = laterOf(opened, randomDay(random, random.int(year, year + 1)));
  const building = random.pick([...BUILDINGS, "new"]);
  return {
    bin: binOf(place),
    name_ru: `Организация ${place}`,
    name_kk: "",
    district_code: random.pick(DISTRICTS),
    organisation_type: random.pick(types),
    ownership: random.pick([...OWNERSHIPS, "private"]),
    location: random.pick(LOCATIONS),
    design_capacity: `${random.pick([0, 1, random.int(1, 600), random.int(1, 600), 100_000])}`,
    build_kind: building,
    commissioned_on: building === "none" ? "" : commissionedOn(random, year),
    languages: "kk",
    opened_on: opened,
    closed_on: pillar || random.chance(70) ? "" : closed,
    successor_bin: "",
    ...pillar,
  };
}

/** Mostly around eight years back, where the investor term ends inside the year. */
function commissionedOn(random: Random, year: number): string {
  if (random.chance(70)) return randomDay(random, year - 8);
  return randomDay(random, random.pick([year - 9, year - 7, year - 1, year, year + 1]));
}

function randomEstimates(
  random: Random,
  year: number,
  organisations: readonly Row[],
): readonly Row[] {
  return Array.from({ length: random.int(0, organisations.length) }, (_, place) => {
    const [tier, code] = random.pick(ESTIMATE_CODES);
    const organisation = organisations[random.int(0, organisations.length)];
    return {
      line_id: `E-${place}`,
      fiscal_year: `${random.chance(80) ? year : year - 1}`,
      bin: organisation?.["bin"] ?? "",
      tier,
      budget_code: code,
      name_ru: "Смета",
      amount: random.pick(["0", `${random.digits(9)}`, `${random.digits(8)}.${random.digits(2)}`]),
      status: "assumed",
      note: "",
    };
  });
}

/** The numbers that are never issued (the check digit would be 10 twice) are passed over. */
function binOf(place: number): string {
  for (let serial = place * 3; ; serial += 1) {
    const digits = `601240${String(serial).padStart(5, "0")}`;
    const check = [0, 2].map((shift) => weigh(digits, shift)).find((rest) => rest < 10);
    if (check !== undefined) return `${digits}${check}`;
  }
}

function weigh(digits: string, shift: number): number {
  const weights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
  const parts = weights.map((_, place) => {
    const weight = weights[(place + shift) % weights.length] ?? 0;
    return weight * Number(digits.charAt(place));
  });
  return parts.reduce((sum, part) => sum + part, 0) % 11;
}
