/** An invented city from a seed: organisations with counts, rates, dates and notes. */
import { createRandom, type Random } from "../../support/random.ts";
import type { StoredCells, StoredRow } from "./cell-store.ts";
import { DISTRICTS, KINDS } from "./page-texts.ts";

/** An organisation as the city has it. */
export type OrganisationRecord = StoredRow & {
  readonly district: number;
  /** By which its name is made. */
  readonly kind: number;
  readonly number: number;
  /** Takes no edits. */
  readonly isClosed: boolean;
  /** Its rate has no act. */
  readonly isAssumed: boolean;
  /** Its average is above the capacity. */
  readonly isCrowded: boolean;
};

/** Stored units in one unit of each column of figures; columns that are not here keep whole ones. */
export const ROLL_SCALES: Readonly<Record<string, bigint>> = {
  average: 12n,
  coefficient: 1000n,
  special: 10_000n,
  change: 10_000n,
};

const SEED = 20_261_123;
/** Months of the first count and of the second one. */
const [FIRST_MONTHS, SECOND_MONTHS] = [8n, 4n];
const MONTHS = 12;
const CLASSES = 16;
const RATES = [268_700_00n, 288_900_00n, 296_400_00n, 341_400_50n, 231_500_25n] as const;
const NOTES = [
  "Две смены",
  "Капитальный ремонт; часть детей в соседней школе",
  "Новый корпус с сентября",
  "Прогноз отдела",
] as const;

/** The organisations, in the order of their districts. */
export function generateCity(count: number): readonly OrganisationRecord[] {
  const random = createRandom(SEED);
  return Array.from({ length: count }, (_, index) => {
    const district = Math.floor((index * DISTRICTS.length) / count);
    return organisation(index, district, random);
  });
}

/** What follows from the counts, the rate and the coefficient; `amount` is rounded once, half up. */
export function deriveRoll(cells: StoredCells): StoredCells {
  const figure = (columnId: string): bigint => {
    const stored = cells[columnId];
    return typeof stored === "bigint" ? stored : 0n;
  };
  const average = FIRST_MONTHS * figure("january") + SECOND_MONTHS * figure("september");
  const amount = halfUp(figure("rate") * figure("coefficient") * average, 1000n * 12n);
  const base = figure("baseAmount");
  const change = base === 0n ? 0n : halfUp((amount - base) * 10_000n, base);
  return { average, amount, change, ...planOf(amount) };
}

function organisation(index: number, district: number, random: Random): OrganisationRecord {
  const kind = random.int(0, KINDS.length - 1);
  const january = random.int(120, 2400);
  const september = january + random.int(-60, 140);
  const capacity = Math.round((january * random.int(70, 160)) / 100);
  const entered: StoredCells = {
    type: KINDS[kind]?.id ?? "school",
    january: BigInt(january),
    september: BigInt(september),
    special: BigInt(random.int(0, 900)),
    rate: random.pick(RATES),
    coefficient: BigInt(random.int(900, 1250)),
    capacity: BigInt(capacity),
    date: `2026-${twoDigits(random.int(1, 12))}-${twoDigits(random.int(1, 28))}`,
    note: random.chance(12) ? random.pick(NOTES) : "",
    ...classesOf(january, random),
  };
  const { amount = 0n } = deriveRoll(entered);
  const before = typeof amount === "bigint" ? (amount * BigInt(random.int(960, 1030))) / 1000n : 0n;
  const cells = { ...entered, baseAmount: before };
  return {
    id: `org-${index + 1}`,
    cells: { ...cells, ...deriveRoll(cells) },
    ...{ district, kind, number: index + 1 },
    isClosed: index === 17 || index % 300 === 299,
    isAssumed: index % 7 === 2,
    isCrowded: (8 * january + 4 * september) / 12 > capacity * 1.2,
  };
}

/** A twelfth a month; what is left over goes to the last ones, so that the parts add up. */
function planOf(amount: bigint): StoredCells {
  const plan: Record<string, bigint> = {};
  for (let month = 0; month < MONTHS; month += 1) {
    const upTo = (amount * BigInt(month + 1)) / BigInt(MONTHS);
    plan[`month-${month + 1}`] = upTo - (amount * BigInt(month)) / BigInt(MONTHS);
  }
  return plan;
}

function classesOf(headcount: number, random: Random): StoredCells {
  const classes: Record<string, bigint> = {};
  for (let year = 1; year <= CLASSES; year += 1) {
    classes[`class-${year}`] = BigInt(Math.floor(headcount / CLASSES) + random.int(0, 20));
  }
  return classes;
}

function halfUp(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
