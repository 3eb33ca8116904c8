/** Parameters and tables of a random methodology, made as its expressions come to need them. */
import type { Random } from "../support/random.ts";
import { labelOf } from "../support/tiny-names.ts";
import { CODES, type Dimension, YEAR } from "./land.ts";
import type { DatedDocument } from "./law-documents.ts";
import { indexText, type NamedValues, type Names, pickFrom, type Type } from "./random-names.ts";

export type MadeParameter = {
  readonly parameter: string;
  readonly label: object;
  readonly unit: string;
  readonly dimensions: readonly Dimension[];
  readonly values: readonly DatedDocument[];
};

export type MadeTable = Omit<MadeParameter, "parameter"> & {
  readonly table: string;
  readonly operandUnit: string;
};

export type RandomValues = NamedValues & {
  readonly parameters: readonly MadeParameter[];
  readonly tables: readonly MadeTable[];
};

const UNITS = { number: "1", people: "pupil", money: "KZT" } as const;
const FIGURES = [
  "0",
  "1",
  "0.5",
  "0.085",
  "1.125",
  "0.005",
  "3",
  "2/3",
  "1/7",
  "-1/3",
  "-0.5",
] as const;
const AMOUNTS = [
  "100",
  "0.005",
  "1234.565",
  "10.015",
  "999.99",
  "-33.335",
  "250000",
  "7.005",
] as const;
/** At 2^52 and 2^53 tiyn. */
const EDGES = [
  "45035996273704.95",
  "45035996273704.96",
  "45035996273704.97",
  "90071992547409.93",
] as const;
const CORNERS = ["-1", "0", "1/3", "0.5", "1", "2", "5", "12.5", "40", "100"] as const;
const INDICES: readonly (readonly Dimension[])[] = [
  ...[[], [], ["grade"], ["grade"], ["kind"], ["step"], ["grade", "programme"], ["month"]],
  ["programme", "grade"],
] as const;

/** Huge figures pass what a double holds exactly. */
export type Size = "usual" | "huge";

export function randomValuesOfLaw(size: Size): RandomValues {
  const parameters: MadeParameter[] = [];
  const tables: MadeTable[] = [];
  const named = (unit: string, figure: (random: Random) => string, names: Names): string => {
    const { random } = names;
    const known = parameters.filter((each) => each.unit === unit);
    const reused = random.chance(60) ? pickFrom(known, random) : undefined;
    const made = reused ?? newParameter(`v${parameters.length}`, unit, figure, random);
    if (reused === undefined) parameters.push(made);
    return `${made.parameter}${indexText(made.dimensions, names)}`;
  };
  return {
    ...{ parameters, tables },
    parameter: (type, names) => named(UNITS[type], (random) => figureOf(type, random, size), names),
    perHead: (names) => named("KZT/pupil", (random) => figureOf("money", random, size), names),
    table: (type, names) => {
      const made = newTable(`t${tables.length}`, UNITS[type], type, names.random);
      tables.push(made);
      return `${made.table}${indexText(made.dimensions, names)}`;
    },
  };
}

/** Half tiyns, odd places, minuses, and in some cities figures that no double adds up. */
function figureOf(type: Type, random: Random, size: Size): string {
  if (type === "number") return random.pick(FIGURES);
  if (type === "people") return `${random.int(0, 40)}`;
  if (size === "huge" && random.chance(45)) {
    const tenge = `${random.int(1, 9)}${random.digits(random.int(5, 13))}`;
    return random.chance(25) ? random.pick(EDGES) : `${tenge}.${random.digits(random.int(1, 3))}`;
  }
  return random.chance(50)
    ? random.pick(AMOUNTS)
    : `${random.int(0, 900_000)}.${random.digits(2)}5`;
}

function newParameter(
  parameter: string,
  unit: string,
  figure: (random: Random) => string,
  random: Random,
): MadeParameter {
  const dimensions = pickFrom(INDICES, random) ?? [];
  const keys = keysOf(dimensions, random);
  const values = keys.flatMap((key) => datedValues(key, () => figure(random), random));
  return { parameter, label: labelOf(parameter), unit, dimensions, values };
}

type Key = Readonly<Record<string, string>>;

/** The open key, and some that name one or two of its codes; never two ways at once. */
function keysOf([first, second]: readonly Dimension[], random: Random): readonly Key[] {
  if (first === undefined) return [{}];
  const keys: Key[] = random.chance(98) ? [{}] : [];
  for (const code of CODES[first]) {
    if (random.chance(50)) keys.push({ [first]: code });
    if (second === undefined) continue;
    for (const inner of CODES[second]) {
      if (random.chance(35)) keys.push({ [first]: code, [second]: inner });
    }
  }
  return keys.length === 0 ? [{}] : keys;
}

/** A value that holds all year, and some that replace it later or were known too late. */
function datedValues(key: Key, figure: () => string, random: Random): readonly DatedDocument[] {
  const isOpen = random.chance(50);
  const first = {
    ...{ key, value: figure(), validFrom: random.pick([`${YEAR}-01-01`, "2019-05-05"]) },
    ...(isOpen ? {} : { validTo: `${YEAR + 1}-01-01` }),
    ...{ knownFrom: `${YEAR - 1}-06-01`, status: "assumed" },
  };
  const known = [`${YEAR - 1}-07-01`, `${YEAR}-04-15`, `${YEAR + 1}-02-02`];
  const later = known
    .filter(() => random.chance(12))
    .map((knownFrom) => {
      const validFrom = `${YEAR}-${pickFrom(CODES.month, random)}-${random.pick(["01", "01", "15"])}`;
      return { key, value: figure(), validFrom, knownFrom, status: "assumed" };
    });
  return [first, ...later];
}

function newTable(table: string, unit: string, type: Type, random: Random): MadeTable {
  const dimensions = random.pick<readonly Dimension[]>([[], ["grade"], ["kind"]]);
  const dated = { validFrom: `${YEAR}-01-01`, knownFrom: `${YEAR - 1}-01-01`, status: "assumed" };
  const values = keysOf(dimensions, random).map((key) => {
    const corners = CORNERS.filter(() => random.chance(40));
    const froms: readonly string[] = corners.length === 0 ? ["0"] : corners;
    const points = froms.map((from) => ({ from, value: figureOf(type, random, "usual") }));
    return { key, points, ...dated };
  });
  return { table, label: labelOf(table), unit, operandUnit: "1", dimensions, values };
}
