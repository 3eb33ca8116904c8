/**
 * Random edits of a city, values of parameters and counts: in documents and rows, and as core is
 * told.
 */
import type { FactChange } from "../../packages/core/src/index.ts";
import type { Random } from "../support/random.ts";
import type { CityRows } from "./city.ts";
import type { Row } from "./csv-rows.ts";
import { CODES, COUNT_DAYS, FACTS, type LandFact, YEAR } from "./land.ts";
import { expressionText } from "./law.ts";
import type { LawDocument } from "./law-documents.ts";
import type { RandomCase } from "./random-methodologies.ts";
import { pickFrom } from "./random-names.ts";
import { COMPLETE } from "./random-rows.ts";

export type ValueEdit = {
  readonly parameter: string;
  readonly place: number;
  readonly digits: string;
};

export type RandomEdit = {
  /** The case as it is after the edit, from nothing. */
  readonly after: RandomCase;
  /** One value of a parameter, or another law altogether, or neither. */
  readonly law: ValueEdit | "rewritten" | undefined;
  readonly facts: readonly FactChange[];
};

const DIGITS = ["0", "1", "0.5", "1.125", "0.005", "-0.5", "3", "250000", "1234.565", "7"] as const;

export function randomEdit(given: RandomCase, random: Random): RandomEdit {
  const kind = random.int(0, 5);
  if (kind === 0) return { after: { ...given, ...rewritten(given) }, law: "rewritten", facts: [] };
  const value = kind <= 2 ? undefined : valueEdit(given.document, random);
  const document = value === undefined ? given.document : withValue(given.document, value);
  const isCounted = value === undefined || kind === 3;
  const count = isCounted ? random.int(1, 3) : 0;
  const changes = Array.from({ length: count }, () => factEdit(given.rows, random));
  const rows = changes.reduce((all, { name, change }) => withCell(all, name, change), given.rows);
  const facts = changes.map(({ change }) => change);
  return { after: { ...given, document, rows }, law: value, facts };
}

/** Formulas of numbers and money are doubled, lines rounded another way. */
function rewritten({ document }: RandomCase): Pick<RandomCase, "document"> {
  const formulas = (document.formulas ?? []).map((each) =>
    each.unit === "boolean"
      ? each
      : { ...each, expression: `2 * (${expressionText(each.expression)})` },
  );
  const lines = (document.lines ?? []).map((each) => ({
    ...each,
    rounding: each.rounding === "down" ? "up" : "down",
  }));
  return { document: { ...document, formulas, lines } };
}

function valueEdit({ parameters = [] }: LawDocument, random: Random): ValueEdit | undefined {
  const chosen = pickFrom(parameters, random);
  if (chosen === undefined) return undefined;
  const place = random.int(0, chosen.values.length - 1);
  return { parameter: chosen.parameter, place, digits: random.pick(DIGITS) };
}

function withValue(document: LawDocument, { parameter, place, digits }: ValueEdit): LawDocument {
  const parameters = (document.parameters ?? []).map((each) =>
    each.parameter === parameter
      ? {
          ...each,
          values: each.values.map((old, at) => (at === place ? { ...old, value: digits } : old)),
        }
      : each,
  );
  return { ...document, parameters };
}

/** A cell of a counted fact: another value, or none, but for the organisation that has them all. */
function factEdit({ organisations }: CityRows, random: Random) {
  const counted = FACTS.filter(({ name }) => !name.startsWith("last_"));
  const fact = pickFrom(counted, random) ?? FACTS[0];
  const organisationId = pickFrom(organisations, random)?.["id"] ?? "";
  const codes = fact.index.map((dimension) => pickFrom<string>(CODES[dimension], random) ?? "");
  const isKept = organisationId === COMPLETE || random.chance(80);
  const digits = fact.type === "people" ? `${random.int(0, 500)}` : random.pick(DIGITS);
  const change: FactChange = {
    ...{ organisationId, fact: fact.name, codes },
    value: isKept ? digits : undefined,
  };
  return { name: fact, change };
}

/** The rows with this cell: one row is replaced, added or left out. */
export function withCell(
  rows: CityRows,
  fact: LandFact,
  { organisationId, codes, value }: FactChange,
) {
  const [period, ...rest] = periodAndCodes(fact, codes);
  if (fact.name === "pupils" || fact.name === "attended") {
    const row = {
      ...{ organisation: organisationId, measure: fact.name, period: period ?? "" },
      tier: fact.name === "pupils" ? "a" : "b",
      ...{ level_or_group: rest[0] ?? "", programme: rest[1] ?? "p1", child_category: "general" },
    };
    return { ...rows, headcounts: replaceRow(rows.headcounts, row, "headcount", value) };
  }
  const name = fact.name === "area_before" ? "area" : fact.name;
  const row = {
    organisation: organisationId,
    fact: name,
    period: period ?? "",
    key: rest.join(";"),
  };
  return { ...rows, facts: replaceRow(rows.facts, row, "value", value) };
}

function periodAndCodes({ name, index }: LandFact, codes: readonly string[]): readonly string[] {
  const [first = "", ...rest] = codes;
  if (index[0] === "month") return [`${YEAR}-${first}`, ...rest];
  if (index[0] === "count") {
    const day = first === "january" ? COUNT_DAYS.january : COUNT_DAYS.september;
    return [`${YEAR}-${day}`, ...rest];
  }
  return [`${name === "area_before" ? YEAR - 1 : YEAR}`, ...codes];
}

function replaceRow(
  rows: readonly Row[],
  place: Row,
  column: string,
  value: string | undefined,
): readonly Row[] {
  const others = rows.filter((row) => {
    return Object.entries(place).some(([name, text]) => row[name] !== text);
  });
  return value === undefined ? others : [...others, { ...place, [column]: value }];
}
