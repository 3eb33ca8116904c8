/**
 * Random expressions as text, well typed: numbers, people, money and conditions, each from what may
 * be named at its place. Now and then they divide by what may be zero.
 */
import { CODES, DIVISORS, FACTS } from "./land.ts";
import {
  codeText,
  indexText,
  literal,
  type Names,
  pickFrom,
  type Signature,
  type Type,
} from "./random-names.ts";

const MODES = ["", "", ", half-even", ", down", ", up"] as const;
const COMPARISONS = ["=", "<>", "<", "<=", ">", ">="] as const;
const DAYS = ["'2019-05-31'", "'2026-01-01'", "'2011-11-11'"] as const;

export function randomFigure(type: Type, names: Names): string {
  const { random, depth } = names;
  if (depth <= 0 || random.chance(15)) return leaf(type, names);
  const below = { ...names, depth: depth - 1 };
  const part = (other: Type = type) => randomFigure(other, below);
  switch (random.int(0, 14)) {
    case 0:
    case 1:
      return `(${part()} ${random.pick(["+", "-"])} ${part()})`;
    case 2:
    case 3:
      return type === "money" && random.chance(50)
        ? `${part("people")} * ${names.values.perHead(names)}`
        : `${part("number")} * ${part()}`;
    case 4:
      return `(${part()}) / ${random.pick(["3", "7", "0.3", "12", "1.1"])}`;
    case 5:
      return quotient(type, below);
    case 6:
      return `if(${randomTruth(below)}, ${part()}, ${part()})`;
    case 7:
      return `${random.pick(["min", "max"])}(${part()}, ${part()}, ${part()})`;
    case 8:
      return `clamp(${part()}, ${literal(type, random)}, ${literal(type, random)})`;
    case 9:
      return `round(${part()}, ${random.pick([2, 2, 0, 1, 4, -1, -2])}${random.pick(MODES)})`;
    case 10:
      return `${random.pick(["abs", "floor", "ceil", "-"])}(${part()})`;
    case 11:
      return fromTable(type, below);
    case 12:
      return names.isTotalled ? totalText(type, below) : leaf(type, below);
    default:
      return names.hasOrganisation ? sumText(type, below) : part();
  }
}

/** Mostly guarded against zero. */
function quotient(type: Type, below: Names): string {
  const { random } = below;
  const [upper, lower] = [
    randomFigure(type, below),
    randomFigure("number", { ...below, depth: 0 }),
  ];
  if (random.chance(2)) return `(${upper}) / (${lower})`;
  return `if(${lower} = 0, ${literal(type, random)}, (${upper}) / (${lower}))`;
}

function fromTable(type: Type, names: Names): string {
  const { random, values } = names;
  const operand = randomFigure("number", names);
  if (random.chance(50)) return `interpolate(${operand}, ${values.table(type, names)})`;
  const isSafe = random.chance(96);
  return `band(${isSafe ? `max(${operand}, 100)` : operand}, ${values.table(type, names)})`;
}

function sumText(type: Type, names: Names): string {
  const { random, scope } = names;
  const free = (["count", "month", "kind", "tier", "grade", "programme", "step"] as const).filter(
    (dimension) => !scope.includes(dimension),
  );
  const turn = random.int(0, free.length);
  const [first = "grade", second] = [...free.slice(turn), ...free.slice(0, turn)];
  const over = second !== undefined && random.chance(25) ? [first, second] : [first];
  if (scope.includes(first)) return leaf(type, names);
  const inner = { ...names, scope: [...scope, ...over], depth: Math.min(names.depth, 2) };
  if (type === "number" && random.chance(25)) {
    return `count_if(over ${over.join(", ")}: ${randomTruth(inner)})`;
  }
  return `sum(over ${over.join(", ")}: ${randomFigure(type, inner)})`;
}

function totalText(type: Type, names: Names): string {
  const { random, scope, hasOrganisation } = names;
  const groups = ["district", "kind", "network"].filter(
    (name) => hasOrganisation || scope.includes(name),
  );
  const by = groups.filter(() => random.chance(55));
  const inner = {
    ...names,
    hasOrganisation: true,
    isTotalled: false,
    depth: Math.min(names.depth, 1),
  };
  const tail = by.length === 0 ? "" : ` by ${by.join(", ")}`;
  if (type === "number" && random.chance(30)) return `count(${randomTruth(inner)}${tail})`;
  return `total(${randomFigure(type, inner)}${tail})`;
}

function leaf(type: Type, names: Names): string {
  const { random, values, hasOrganisation } = names;
  const choices: (() => string)[] = [
    () => literal(type, random),
    () => values.parameter(type, names),
    () => values.parameter(type, names),
  ];
  const formula = pickFrom(callable(type, names), random);
  if (formula !== undefined) choices.push(() => callText(formula, names));
  if (hasOrganisation) {
    choices.push(...organisationLeaves(type, names));
  }
  if (type === "money") {
    const amount = hasOrganisation ? pickFrom(names.amounts, random) : undefined;
    if (amount !== undefined)
      choices.push(
        () => amount,
        () => amount,
        () => amount,
      );
  }
  if (type === "number" && random.chance(20))
    return `(month_number[${codeText("month", names)}] / (1 month))`;
  return pickFrom(choices, random)?.() ?? literal(type, random);
}

function organisationLeaves(type: Type, names: Names): readonly (() => string)[] {
  const { random } = names;
  const fact = () => {
    const found = pickFrom(
      FACTS.filter((each) => each.type === type),
      random,
    );
    if (found === undefined) return literal(type, random);
    const { name, index } = found;
    return `(${name}${indexText(index, names)}${DIVISORS[name] ?? ""})`;
  };
  if (type === "people") return [fact, fact, () => "capacity"];
  if (type === "money") {
    return [fact, () => `${organisationPeople(names)} * ${names.values.perHead(names)}`];
  }
  const months = `(months_since(${random.pick(["founded_on", ...DAYS])}) / (1 month))`;
  return [fact, fact, () => "size", () => months, () => `${organisationPeople(names)} / (1 pupil)`];
}

function organisationPeople(names: Names): string {
  const index = names.random.pick(["pupils", "attended", "places"]);
  const found = FACTS.find(({ name }) => name === index);
  return `${index}${indexText(found?.index ?? [], names)}`;
}

export function randomTruth(names: Names): string {
  const { random, depth, hasOrganisation, scope } = names;
  const below = { ...names, depth: depth - 1 };
  if (depth > 0 && random.chance(30)) {
    const joined = `(${randomTruth(below)} ${random.pick(["and", "or"])} ${randomTruth(below)})`;
    return random.chance(50) ? joined : `not ${joined}`;
  }
  const type: Type = random.pick<Type>(["number", "number", "people", "money"]);
  const compared = () =>
    `${randomFigure(type, { ...below, depth: Math.min(depth - 1, 1) })} ${random.pick(COMPARISONS)} ${leaf(type, names)}`;
  const atoms = [compared, compared];
  const formula = pickFrom(callable("truth", names), random);
  if (formula !== undefined) atoms.push(() => callText(formula, names));
  if (scope.includes("grade")) atoms.push(() => `step_of[grade] ${random.pick(["=", "<>"])} 's1'`);
  if (scope.includes("programme")) atoms.push(() => "programme = 'p1'");
  if (hasOrganisation) {
    const kind = () => `kind ${random.pick(["=", "<>"])} '${random.pick(CODES.kind)}'`;
    const fact = random.pick(FACTS);
    atoms.push(
      ...[kind, kind, () => `includes(langs, '${random.pick(CODES.lang)}')`],
      () => `has(${fact.name}${indexText(fact.index, names)})`,
      () => `founded_on ${random.pick(COMPARISONS)} ${random.pick(DAYS)}`,
      () => `open[${codeText("month", names)}]`,
    );
  }
  return pickFrom(atoms, random)?.() ?? "true";
}

function callable(type: Type | "truth", { formulas, hasOrganisation }: Names) {
  return formulas.filter(
    (each) => each.type === type && (hasOrganisation || !each.hasOrganisation),
  );
}

function callText({ name, index }: Signature, names: Names): string {
  return `${name}${indexText(index, names)}`;
}
