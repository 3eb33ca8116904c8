/** When an organisation opens, closes and builds, and in which periods it is counted. */
import type { Random } from "../../support/random.ts";
import type { Kind } from "./city-kinds.ts";

export type Life = {
  /** ISO days. */
  readonly openedOn: string;
  readonly closedOn: string | undefined;
  readonly buildKind: "none" | "new" | "reconstruction";
  readonly commissionedOn: string | undefined;
  /** Months (0 to 11) on some day of which it is open, and count dates (0, 1) on which it is. */
  readonly months: readonly number[];
  readonly counts: readonly number[];
};

const YEAR = 2026;
const COUNT_DAYS = [`${YEAR}-01-01`, `${YEAR}-09-05`];
const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const STATE_BUILDINGS_PERCENT = 7;
const PRIVATE_BUILDINGS_PERCENT = 50;

export function inventLife(random: Random, kind: Kind): Life {
  const openedOn = inventOpening(random);
  const closedOn = openedOn < `${YEAR}` && random.chance(1) ? inventClosing(random) : undefined;
  const first = openedOn < `${YEAR}` ? 0 : Number(openedOn.slice(5, 7)) - 1;
  const last = closedOn === undefined ? 11 : Number(closedOn.slice(5, 7)) - 1;
  return {
    openedOn,
    closedOn,
    ...inventBuilding(random, kind),
    months: Array.from({ length: last - first + 1 }, (_, month) => first + month),
    counts: [0, 1].filter((place) => {
      const day = COUNT_DAYS[place] ?? "";
      return openedOn <= day && (closedOn === undefined || closedOn >= day);
    }),
  };
}

/** Some open within the year, a few of them not on the first of a month. */
function inventOpening(random: Random): string {
  if (!random.chance(1.2)) return `${random.int(1975, YEAR - 1)}-09-01`;
  return isoDay(YEAR, random.int(2, 10), random.chance(80) ? 1 : random.int(2, 20));
}

/** Mostly on the last day of a month. */
function inventClosing(random: Random): string {
  const month = random.int(1, 9);
  const last = LAST_DAYS[month - 1] ?? 28;
  return isoDay(YEAR, month, random.chance(80) ? last : random.int(10, 27));
}

/** Schools build; those of an investor from ten years ago to this year. */
function inventBuilding(
  random: Random,
  { tier, isPrivate }: Kind,
): Pick<Life, "buildKind" | "commissionedOn"> {
  const percent = isPrivate ? PRIVATE_BUILDINGS_PERCENT : STATE_BUILDINGS_PERCENT;
  if (tier !== "secondary" || !random.chance(percent)) {
    return { buildKind: "none", commissionedOn: undefined };
  }
  return {
    buildKind: random.chance(65) ? "new" : "reconstruction",
    commissionedOn: isoDay(random.int(YEAR - 10, YEAR), random.int(1, 12), 1),
  };
}

function isoDay(year: number, month: number, day: number): string {
  return [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}
