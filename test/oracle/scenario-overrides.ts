/** Random overrides of a random case: most of them fit it, some by intention do not. */
import type { Random } from "../support/random.ts";
import { CODES, type Dimension, FACTS, YEAR } from "./land.ts";
import { expressionText } from "./law.ts";
import type { DatedDocument, FormulaDocument, ParameterDocument } from "./law-documents.ts";
import type { RandomCase } from "./random-methodologies.ts";
import { pickFrom } from "./random-names.ts";
import { COMPLETE } from "./random-rows.ts";
import type {
  Entry,
  EnvelopeEntry,
  FactEntry,
  FormulaEntry,
  ParameterEntry,
  SwitchEntry,
} from "./scenario-documents.ts";

export type RandomOverride = {
  readonly entry: Entry;
  /** Whether it was made so that no law and no register can have it. */
  readonly isWrong: boolean;
};

const DIGITS = ["0", "1", "0.5", "1.125", "0.005", "-0.5", "3", "250000", "1234.565", "7"] as const;
const DAYS = [`${YEAR}-01-01`, `${YEAR}-05-01`, `${YEAR}-09-01`, `${YEAR}-09-02`] as const;
/** Days that are at the ends of the year, beyond them or in the wrong order. */
const ODD_DAYS = ["2019-03-03", "2025-12-31", "2026-12-31", "2027-01-01", "2030-01-01"] as const;

export function randomOverrides(given: RandomCase, random: Random): readonly RandomOverride[] {
  const count = random.pick([1, 2, 3, 4, 6, 9]);
  return Array.from({ length: count }, () => randomOverride(given, random));
}

export function randomOverride(given: RandomCase, random: Random): RandomOverride {
  if (random.chance(2)) return { entry: random.pick(WRONG), isWrong: true };
  const makers = [
    ...[parameterEntry, parameterEntry, parameterEntry, factEntry, factEntry, factEntry],
    ...[formulaEntry, switchEntry, envelopeEntry],
  ];
  const entry = (pickFrom(makers, random) ?? factEntry)(given, random);
  return entry === undefined
    ? { entry: factEntry(given, random), isWrong: false }
    : { entry, isWrong: false };
}

/** Names, codes and values that nothing has. */
const WRONG: readonly [Entry, ...Entry[]] = [
  { parameter: "v_none", value: "1" },
  { fact: "nothing", organisation: COMPLETE, value: "1" },
  { fact: "last_all", organisation: COMPLETE, value: "1" },
  { fact: "area", organisation: "nobody", value: "1" },
  { fact: "area", organisation: COMPLETE, key: { grade: "g1" }, value: "1" },
  { fact: "area", organisation: COMPLETE, value: "one" },
  { fact: "meals", organisation: COMPLETE, key: { month: "13" }, value: "1" },
  { fact: "meals", organisation: COMPLETE, value: "1" },
  {
    fact: "places",
    organisation: COMPLETE,
    key: { count: "january", programme: "p9" },
    value: "1",
  },
  {
    fact: "places",
    organisation: COMPLETE,
    key: { count: "january", programme: "p1" },
    value: "1.5",
  },
  { formula: "f_none", expression: "1" },
  { formula: "f0", expression: "f0 + f0" },
  { formula: "f0", expression: "1 +" },
  { formula: "f0", expression: "unheard * 2" },
  { formula: "f1", expression: "1 KZT / 1 pupil / 1 month" },
  { switch: "s_none", on: true },
  { envelope: "5", tier: "c" },
  { envelope: "5", district: "d9" },
  { envelope: "5", budgetCode: "B9" },
  { envelope: "5", organisation: "nobody" },
];

export function parameterEntry(
  { document }: Pick<RandomCase, "document">,
  random: Random,
): ParameterEntry | undefined {
  const chosen = pickFrom(document.parameters ?? [], random);
  if (chosen === undefined) return undefined;
  const value = random.chance(1) ? "abc" : random.pick(DIGITS);
  const days = random.chance(30) ? randomDays(chosen, random) : {};
  return { parameter: chosen.parameter, ...keyOf(chosen, random), ...days, value };
}

function keyOf({ dimensions = [], values }: ParameterDocument, random: Random) {
  const written = pickFrom<DatedDocument>(values, random)?.key ?? {};
  if (random.chance(60)) return random.chance(50) ? { key: written } : {};
  const named = dimensions.filter(() => random.chance(70));
  const codes = named.map((name) => {
    const known: readonly string[] = CODES[name as Dimension];
    return [name, random.chance(1) ? "x9" : (pickFrom(known, random) ?? "")] as const;
  });
  return { key: Object.fromEntries(codes) };
}

function randomDays({ values }: ParameterDocument, random: Random) {
  const written = values.map(({ validFrom }) => validFrom);
  const day = () => {
    const known = random.chance(40) ? pickFrom(written, random) : undefined;
    return known ?? (random.chance(8) ? random.pick(ODD_DAYS) : random.pick(DAYS));
  };
  return {
    ...(random.chance(75) ? { validFrom: day() } : {}),
    ...(random.chance(50) ? { validTo: day() } : {}),
  };
}

/** A cell of a counted fact: another value, or none, but for the organisation that has them all. */
function factEntry({ rows }: Pick<RandomCase, "rows">, random: Random): FactEntry {
  const counted = FACTS.filter(({ name }) => !name.startsWith("last_"));
  const fact = pickFrom(counted, random) ?? FACTS[0];
  const organisation = pickFrom(rows.organisations, random)?.["id"] ?? "";
  const codes = fact.index.map((dimension) => {
    return [dimension, pickFrom<string>(CODES[dimension], random) ?? ""] as const;
  });
  const isKept = organisation === COMPLETE || random.chance(80);
  const digits = fact.type === "people" ? `${random.int(0, 500)}` : random.pick(DIGITS);
  return {
    ...{ fact: fact.name, organisation, key: Object.fromEntries(codes) },
    value: isKept ? digits : null,
  };
}

function formulaEntry({ document }: RandomCase, random: Random): FormulaEntry | undefined {
  const held = (document.formulas ?? []).filter(({ validTo }) => validTo === undefined);
  const chosen = pickFrom(held, random);
  if (chosen === undefined) return undefined;
  const { formula, unit } = chosen;
  const text = expressionText(chosen.expression);
  const other = random.chance(40) ? sameKind(held, chosen, random) : undefined;
  if (unit === "boolean") return { formula, expression: other ?? `not (${text})` };
  const changed = [`2 * (${text})`, `if(1 > 2, ${text}, 3 * (${text}))`, `(${text}) / 3`];
  return { formula, expression: other ?? pickFrom(changed, random) ?? text };
}

/** An earlier formula of this unit and grain, as it is named there. */
function sameKind(
  formulas: readonly FormulaDocument[],
  { formula, unit, grain }: FormulaDocument,
  random: Random,
): string | undefined {
  const place = formulas.findIndex((each) => each.formula === formula);
  const alike = formulas
    .slice(0, place)
    .filter((each) => each.unit === unit && each.grain.join() === grain.join());
  const other = pickFrom(alike, random);
  const index = grain.filter((name) => name !== "organisation");
  if (other === undefined) return undefined;
  return index.length === 0 ? other.formula : `${other.formula}[${index.join(", ")}]`;
}

function switchEntry({ document }: RandomCase, random: Random): SwitchEntry | undefined {
  const chosen = pickFrom(document.stages ?? [], random);
  return chosen && { switch: chosen.stage, on: random.chance(40) };
}

function envelopeEntry({ rows }: RandomCase, random: Random): EnvelopeEntry {
  const envelope = `${random.int(0, 9_999)}.${random.digits(2)}`;
  const organisation = pickFrom(rows.organisations, random)?.["id"] ?? "";
  const scope = [
    ...[{}, { tier: "a" }, { tier: "b" }, { district: "d1" }, { budgetCode: "B2" }],
    { organisation },
  ];
  return { envelope, ...pickFrom(scope, random) };
}
