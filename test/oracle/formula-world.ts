/** The small world random formulas live in, told twice: as documents for core, by itself here. */
import type { RegisterSnapshot } from "../../packages/core/src/index.ts";
import {
  tinyBudgetCode,
  tinyCodeList,
  tinyFormula,
  tinyLine,
  tinyParameter,
  tinyValue,
} from "../support/tiny-methodology.ts";
import { labelOf } from "../support/tiny-names.ts";
import type { Scope, World } from "./formula-cells.ts";
import { evaluate } from "./formula-oracle.ts";
import type { Value } from "./formula-values.ts";
import { fraction, fractionOf } from "./fraction.ts";

const MONTHS = Array.from({ length: 12 }, (_, place) => `${place + 1}`.padStart(2, "0"));
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  tier: ["secondary"],
  district: ["north"],
  ownership: ["state", "private"],
  level: ["primary", "basic"],
  month: MONTHS,
  count: ["january", "september"],
};
const PARAMETERS: Readonly<Record<string, string>> = {
  rate: "1234.56789",
  "weight|primary": "0.085",
  "weight|basic": "-1.5",
  "share|state": "0.333",
  "share|private": "1.000",
};
const MEASURES: Readonly<Record<string, string>> = { pupils: "enrolled", places: "contracted" };
const IS_SMALL = "capacity < 100";
const GRAIN = { grain: ["organisation"] };

/** Every text pays a line of its own; that a count was read is seen to around it. */
export function formulaMethodology(named: readonly string[], texts: readonly string[]) {
  return {
    codeLists: Object.entries(MEMBERS).map(([id, codes]) => tinyCodeList(id, codes)),
    calendar: {
      periods: [
        { dimension: "month", kind: "month" },
        {
          dimension: "count",
          kind: "date",
          members: [
            { code: "january", date: "01-01" },
            { code: "september", date: "09-05" },
          ],
        },
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
      tinyParameter("rate", "1", PARAMETERS["rate"]),
      keyed("weight", "level"),
      keyed("share", "ownership"),
    ],
    formulas: [
      tinyFormula("is_small", "boolean", IS_SMALL, GRAIN),
      ...named.map((text, place) => tinyFormula(`f${place}`, "1", text, GRAIN)),
    ],
    budgetCodes: texts.map((_, place) => tinyBudgetCode(`E${place}`)),
    lines: texts.map((text, place) => {
      const amount = `if(sum(over count, level: pupils[count, level]) >= 0, ${text}, 0) * 1 KZT`;
      return tinyLine(`e${place}`, amount, { budgetCode: `E${place}` });
    }),
  };
}

export function formulaWorld(
  register: RegisterSnapshot,
  id: string,
  named: readonly string[],
): World {
  const one = register.organisations.find((each) => each.id === id);
  if (one === undefined) throw new Error(`no organisation: ${id}`);
  const cells = new Map<string, bigint>();
  for (const row of register.headcounts.filter((each) => each.organisationId === id)) {
    const count = row.period.endsWith("-01-01") ? "january" : "september";
    cells.set([row.measure, count, row.level_or_group].join(), BigInt(row.headcount));
  }
  const countOf = (name: string, codes: readonly string[]): Value | undefined => {
    const measure = MEASURES[name];
    if (measure === undefined) return undefined;
    return fraction(cells.get([measure, ...codes].join()) ?? 0n);
  };
  const formulaOf = (name: string): Value | undefined => {
    const text = name === "is_small" ? IS_SMALL : named[Number(/^f(\d)$/.exec(name)?.[1] ?? -1)];
    return text === undefined ? undefined : evaluate(text, NO_SCOPE, world);
  };
  const attributeOf = (name: string, [month = ""]: readonly string[]): Value => {
    if (name === "open") return one.openedOn <= `2026-${month}-01`;
    const text = one.attributes.get(name) ?? "";
    return name === "capacity" ? fractionOf(text) : text;
  };
  const world: World = {
    cellsOf: (name) => {
      const measure = MEASURES[name];
      if (measure === undefined) return undefined;
      const own = [...cells.keys()].map((cell) => cell.split(","));
      return own.filter(([first]) => first === measure).map(([, ...codes]) => codes);
    },
    membersOf: (dimension) => MEMBERS[dimension] ?? [],
    monthsSince: (date, scope) => {
      const [year = "", month = ""] = date.split("-");
      const now = BigInt(scope.get("month") ?? "01");
      return (2026n - BigInt(year)) * 12n + now - BigInt(month);
    },
    valueOf: (name, codes) =>
      countOf(name, codes) ??
      findConstant(name, codes) ??
      formulaOf(name) ??
      attributeOf(name, codes),
  };
  return world;
}

const NO_SCOPE: Scope = new Map();

/** Parameters, and the numbers of months. */
function findConstant(name: string, codes: readonly string[]): Value | undefined {
  if (name === "month_number") return fraction(BigInt(codes[0] ?? ""));
  const digits = PARAMETERS[[name, ...codes].join("|")];
  return digits === undefined ? undefined : fractionOf(digits);
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

function keyed(parameter: string, dimension: string) {
  const values = (MEMBERS[dimension] ?? []).map((code) => {
    const digits = PARAMETERS[`${parameter}|${code}`] ?? "";
    return tinyValue(digits, { key: { [dimension]: code } });
  });
  const common = { parameter, label: labelOf(parameter), unit: "1" };
  return { ...common, dimensions: [dimension], values };
}
