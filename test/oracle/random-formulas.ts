/**
 * Random formulas as text, in bare numbers: well typed, with brackets only now and then, so that
 * two readers must agree on what binds tighter.
 *
 * A sum's body reads a fact over all dimensions of the sum, or none at all.
 */
import type { Random } from "../support/random.ts";

/** What may be named at a place: dimensions in scope, and whether facts may be read. */
type Place = {
  readonly random: Random;
  readonly depth: number;
  readonly dimensions: readonly string[];
  readonly formulas: readonly string[];
};

const MODES = ["", ", half-even", ", down", ", up", ", half-up"] as const;
const COUNTS = ["'january'", "'september'"] as const;
const LEVELS = ["'primary'", "'basic'"] as const;
const MONTHS = ["'01'", "'06'", "'12'"] as const;
const COMPARISONS = ["=", "<>", "<", "<=", ">", ">="] as const;
const DAYS = ["'2019-05-31'", "'2026-01-01'", "'2011-11-11'"] as const;

export function randomNumber(
  random: Random,
  depth: number,
  formulas: readonly string[] = [],
  dimensions: readonly string[] = [],
): string {
  return numberText({ random, depth, dimensions, formulas });
}

function numberText(place: Place): string {
  const { random, depth } = place;
  if (depth === 0) return leaf(place);
  const below = { ...place, depth: depth - 1 };
  const part = () => numberText(below);
  switch (random.int(0, 13)) {
    case 0:
    case 1:
      return leaf(place);
    case 2:
    case 3:
    case 4:
      return maybeBracketed(`${part()} ${random.pick(["+", "-", "*"])} ${part()}`, random);
    case 5:
      return maybeBracketed(`${part()} / ${random.pick([leaf(place), `(${part()})`])}`, random);
    case 6:
      return `-(${part()})`;
    case 7:
      return `${random.pick(["min", "max"])}(${part()}, ${part()}, ${part()})`;
    case 8:
      return `clamp(${part()}, ${part()}, ${part()})`;
    case 9:
      return `${random.pick(["abs", "floor", "ceil"])}(${part()})`;
    case 10:
      return roundText(part(), random);
    case 11:
      return `if(${truthText(below)}, ${part()}, ${part()})`;
    case 12:
      return `(${casesText(below)})`;
    default:
      return sumText(below);
  }
}

/** Often a value exactly in the middle. */
function roundText(part: string, random: Random): string {
  const mode = random.pick(MODES);
  if (random.chance(50)) return `round(${part}, ${random.int(-3, 6)}${mode})`;
  const half = `${random.pick(["", "-"])}${random.int(0, 9)}.5 * capacity`;
  return random.pick([`round(${half}, 0${mode})`, `round((${half}) / 100, 2${mode})`]);
}

function casesText(place: Place): string {
  const names = ["A", "B", "C"].slice(0, place.random.int(1, 3));
  const cases = names.map((name) => {
    return `case '${name}' when ${truthText(place)}: ${numberText(place)}`;
  });
  return `${cases.join(" ")} otherwise 'Z': ${numberText(place)}`;
}

function sumText(place: Place): string {
  const { random, dimensions } = place;
  const free = ["count", "level"].filter((dimension) => !dimensions.includes(dimension));
  const over = random.chance(50) ? free : free.slice(0, 1);
  if (over.length === 0 || random.chance(20)) return monthsText(place);
  const index = ["count", "level"].map((dimension) =>
    over.includes(dimension) || dimensions.includes(dimension)
      ? dimension
      : random.pick(dimension === "count" ? COUNTS : LEVELS),
  );
  const inner = { ...place, depth: 0, dimensions: [...dimensions, ...over] };
  const fact = `${random.pick(["pupils", "places"])}[${index.join(", ")}]`;
  const order = random.chance(50) ? over : [...over].reverse();
  const head = `over ${order.join(", ")}:`;
  if (random.chance(20)) return `sum(${head} ${plainLeaf(inner)})`;
  if (random.chance(30)) {
    return `count_if(${head} ${fact} ${random.pick(COMPARISONS)} ${random.int(0, 40)})`;
  }
  return `sum(${head} ${fact} ${random.pick(["+", "-", "*"])} ${plainLeaf(inner)})`;
}

function monthsText({ random }: Place): string {
  const month = "month_number[month] / (1 month)";
  return random.pick([
    `sum(over month: if(open[month], ${month}, 0.5))`,
    `count_if(over month: not open[month] or ${month} > ${random.int(1, 12)})`,
    `sum(over month: months_since(founded_on) / (1 month))`,
  ]);
}

/** A value that may be a count. */
function leaf(place: Place): string {
  const { random, formulas, dimensions } = place;
  const [formula] = formulas.length === 0 ? [] : [formulas[random.int(0, formulas.length - 1)]];
  if (formula !== undefined && random.chance(30)) return formula;
  if (!random.chance(25)) return plainLeaf(place);
  const count = dimensions.includes("count") ? "count" : random.pick(COUNTS);
  const level = dimensions.includes("level") ? "level" : random.pick(LEVELS);
  return `${random.pick(["pupils", "places"])}[${count}, ${level}]`;
}

/** A value that is no count. */
function plainLeaf({ random, dimensions }: Place): string {
  const level = dimensions.includes("level") ? "level" : random.pick(LEVELS);
  return random.pick([
    `${random.int(0, 12)}`,
    `${random.int(0, 99)}.${random.digits(random.int(1, 6))}`,
    "0.5",
    "rate",
    `weight[${level}]`,
    "share[ownership]",
    "capacity",
    `(months_since(${random.pick(["founded_on", ...DAYS])}) / (1 month))`,
    `(month_number[${random.pick(MONTHS)}] / (1 month))`,
  ]);
}

function truthText(place: Place): string {
  const { random, depth, dimensions } = place;
  const below = { ...place, depth: depth - 1 };
  if (depth > 0 && random.chance(35)) {
    const joined = `${truthText(below)} ${random.pick(["and", "or"])} ${truthText(below)}`;
    return random.chance(50) ? joined : `not (${joined})`;
  }
  const atoms = [
    `${numberText({ ...place, depth: 0 })} ${random.pick(COMPARISONS)} ${random.int(0, 20)}`,
    `not ${plainLeaf(place)} ${random.pick(COMPARISONS)} ${plainLeaf(place)}`,
    `ownership ${random.pick(["=", "<>"])} ${random.pick(["'state'", "'private'"])}`,
    `founded_on ${random.pick(COMPARISONS)} ${random.pick(DAYS)}`,
    `open[${random.pick(MONTHS)}]`,
    random.pick(["true", "false", "is_small"]),
  ] as const;
  const inScope = dimensions.includes("level") ? ["level = 'basic'"] : [];
  return random.pick([...atoms, ...inScope]);
}

function maybeBracketed(text: string, random: Random): string {
  return random.chance(40) ? `(${text})` : text;
}
