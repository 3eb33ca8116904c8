/**
 * Random formulas as methodologies: every text pays a line of its own to each of four organisations
 * with random counts, so that its exact value is seen before anything is rounded to tiyn.
 */
import { createRandom, type Random } from "../support/random.ts";
import {
  tinyBudgetCode,
  tinyCodeList,
  tinyFormula,
  tinyLine,
  tinyParameter,
  tinyValue,
} from "../support/tiny-methodology.ts";
import { labelOf } from "../support/tiny-names.ts";
import type { CityRows } from "./city.ts";
import { allocationOf } from "./compare-random-case.ts";
import type { LawDocument } from "./law-documents.ts";
import { randomNumber } from "./random-formulas.ts";
import type { RandomCase } from "./random-methodologies.ts";

const KNOWN_ON = "2026-12-31";
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  tier: ["secondary"],
  district: ["north"],
  ownership: ["state", "private"],
  level: ["primary", "basic"],
  month: Array.from({ length: 12 }, (_, place) => `${place + 1}`.padStart(2, "0")),
  count: ["january", "september"],
};
const COUNTS = [
  { code: "january", date: "01-01" },
  { code: "september", date: "09-05" },
];
const MEASURES = { pupils: "enrolled", places: "contracted" } as const;
const GRAIN = { grain: ["organisation"] };

export function formulaCase(seed: number, formulas: number): RandomCase {
  const random = createRandom(seed);
  const rows = randomRows(random);
  const named: string[] = [];
  for (const known of [[], ["f0"], ["f0", "f1"]]) {
    named.push(evaluable(random, rows, named, known));
  }
  const texts = Array.from({ length: formulas }, () =>
    evaluable(random, rows, named, ["f0", "f1", "f2"]),
  );
  return { seed, knownOn: KNOWN_ON, document: lawOf(named, texts), rows };
}

/** A formula that divides by zero for none of the organisations. */
function evaluable(
  random: Random,
  rows: CityRows,
  named: readonly string[],
  known: readonly string[],
): string {
  for (;;) {
    const text = randomNumber(random, random.int(1, 4), known);
    const document = lawOf(named, [text]);
    const isWhole = typeof allocationOf({ document, rows, knownOn: KNOWN_ON }) !== "string";
    if (isWhole && text.length < 2_000) return text;
  }
}

function lawOf(named: readonly string[], texts: readonly string[]): LawDocument {
  const sections: object = {
    codeLists: Object.entries(MEMBERS).map(([id, codes]) => tinyCodeList(id, codes)),
    calendar: {
      periods: [
        { dimension: "month", kind: "month" },
        { dimension: "count", kind: "date", members: COUNTS },
      ],
    },
    attributes: [
      { ...attribute("district", "code"), codeList: "district" },
      { ...attribute("ownership", "code"), codeList: "ownership" },
      { ...attribute("capacity", "number"), unit: "1" },
      attribute("founded_on", "date"),
    ],
    facts: Object.entries(MEASURES).map(([name, measure]) => fact(name, measure)),
    parameters: [
      tinyParameter("rate", "1", "1234.56789"),
      keyed("weight", "level", { primary: "0.085", basic: "-1.5" }),
      keyed("share", "ownership", { state: "0.333", private: "1.000" }),
    ],
    formulas: [
      tinyFormula("is_small", "boolean", "capacity < 100", GRAIN),
      ...named.map((text, place) => tinyFormula(`f${place}`, "1", text, GRAIN)),
    ],
    budgetCodes: texts.map((_, place) => tinyBudgetCode(`E${place}`)),
    lines: texts.map((text, place) => {
      const amount = `if(sum(over count, level: pupils[count, level]) >= 0, ${text}, 0) * 1 KZT`;
      return tinyLine(`e${place}`, amount, { budgetCode: `E${place}` });
    }),
  };
  return sections;
}

function attribute(name: string, type: string) {
  return { attribute: name, label: labelOf(name), type, column: name };
}

function fact(name: string, measure: string) {
  const counted = { unit: "1", measure, period: "count", reportedBy: "true" };
  const where = { tier: "secondary", programme: "general", child_category: "general" };
  const dimensions = { level: "level_or_group" };
  return { fact: name, label: labelOf(name), ...counted, dimensions, where };
}

function keyed(parameter: string, dimension: string, digits: Readonly<Record<string, string>>) {
  const values = Object.entries(digits).map(([code, each]) =>
    tinyValue(each, { key: { [dimension]: code } }),
  );
  const common = { parameter, label: labelOf(parameter), unit: "1" };
  return { ...common, dimensions: [dimension], values };
}

/** The first organisation has every cell, so that no count is missing in the register. */
function randomRows(random: Random): CityRows {
  const organisations = ["a", "b", "c", "d"].map((id) => ({
    ...{ id, district: "north", ownership: random.pick(["state", "private"]) },
    capacity: `${random.int(0, 300)}`,
    founded_on: random.pick(["2011-11-11", "2019-05-31", "2026-01-01", "2026-07-15"]),
    opened_on: id === "a" || random.chance(70) ? "1990-01-01" : `2026-0${random.int(1, 9)}-01`,
  }));
  const headcounts = organisations.flatMap(({ id: organisation }) => {
    const isKept = () => organisation === "a" || random.chance(60);
    const row = (measure: string, date: string, level: string) => ({
      ...{ organisation, measure, period: `2026-${date}`, tier: "secondary" },
      ...{ level_or_group: level, programme: "general", child_category: "general" },
      headcount: `${random.int(0, 40)}`,
    });
    return COUNTS.flatMap(({ date }) =>
      ["primary", "basic"].flatMap((level) => [
        ...(isKept() || level === "basic" ? [row("enrolled", date, level)] : []),
        ...(isKept() ? [row("contracted", date, level)] : []),
      ]),
    );
  });
  return { organisations, headcounts, facts: [], estimates: [], lastYear: [] };
}
