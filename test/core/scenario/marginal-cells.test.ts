import { describe, expect, it } from "vitest";
import type { Model, Result } from "../../../packages/core/src/index.ts";
import {
  countsPeople,
  findRow,
  rowsRead,
} from "../../../packages/core/src/scenario/marginal-cells.ts";
import { getValue } from "../../support/get-value.ts";
import { openedModel, rowText } from "../../support/marginal-texts.ts";
import { label, line, type SchoolChange, schoolPlan } from "../../support/school-methodology.ts";
import {
  children,
  FOUR_CELLS,
  factRow,
  organisation,
  places,
  snapshot,
} from "../../support/school-register.ts";

const GRANT = { fact: "grant", label: label("grant"), unit: "1", source: "facts" };
const MORE: SchoolChange = { more: [{ facts: [{ ...GRANT, dimensions: [] }] }] };

function modelOf(amount: string, register = snapshot({ headcounts: FOUR_CELLS })): Model {
  return openedModel(schoolPlan({ ...MORE, lines: [line("amount", amount)] }), register);
}

describe("the rows that money stands on", () => {
  it("are the cells that a line reads, and those of all periods together", () => {
    const register = snapshot({
      headcounts: [...FOUR_CELLS, places("a", "2026-01-01", "basic", 5)],
    });
    const model = modelOf("pupils['january', 'basic'] * rate", register);
    expect(rowsRead(model, 0).map(rowText)).toEqual([
      "pupils january,basic 20",
      "pupils basic 20;40",
    ]);
  });

  it("are in the order in which people list codes, one fact after another", () => {
    const amount = "sum(over count, level: pupils[count, level] + places[count, level]) * rate";
    const headcounts = [
      ...[places("a", "2026-09-05", "basic", 6), places("a", "2026-01-01", "primary", 5)],
      ...FOUR_CELLS.toReversed(),
    ];
    const rows = rowsRead(modelOf(amount, snapshot({ headcounts })), 0).map(rowText);
    expect(rows.filter((text) => text.startsWith("pupils"))).toEqual([
      ...["pupils january,primary 10", "pupils january,basic 20"],
      ...["pupils september,primary 30", "pupils september,basic 40"],
      ...["pupils primary 10;30", "pupils basic 20;40"],
    ]);
    expect(rows.filter((text) => text.startsWith("places"))).toEqual([
      ...["places january,primary 5", "places september,basic 6"],
      ...["places primary 5;0", "places basic 0;6"],
    ]);
    const facts = rows.map((text) => text.slice(0, 6));
    expect(facts.filter((each, place) => each !== facts[place - 1])).toHaveLength(2);
  });

  it("have no year of their own where the fact has none", () => {
    const amount = "if(sum(over count, level: pupils[count, level]) > 0 pupil, grant * 1 KZT, 0)";
    const register = snapshot({
      headcounts: FOUR_CELLS.slice(0, 1),
      facts: [factRow("a", "grant", "0.5")],
    });
    const model = modelOf(amount, { ...register, headcounts: FOUR_CELLS });
    expect(rowsRead(model, 0).map(rowText).at(-1)).toBe("grant 0.5");
  });

  it("are of the months in which somebody was counted", () => {
    const register = snapshot({
      organisations: [organisation(), organisation({ id: "b", opened: "2026-11-01" })],
      headcounts: [
        ...Array.from({ length: 12 }, (_, place) =>
          children("a", `2026-${`${place + 1}`.padStart(2, "0")}`, "primary", 1),
        ),
        children("b", "2026-11", "primary", 5),
        children("b", "2026-12", "basic", 2),
      ],
    });
    const model = modelOf("sum(over month, level: children[month, level]) * rate", register);
    expect(rowsRead(model, 1).map(rowText)).toEqual([
      "children 11,primary 5",
      "children 12,basic 2",
      "children primary 5;0",
      "children basic 0;2",
    ]);
  });
});

describe("a row that is asked", () => {
  const ask = (fact: string, key: Readonly<Record<string, string>>, register = FOUR, row = 0) =>
    findRow(openedModel(schoolPlan(MORE), register), row, {
      fact,
      key: new Map(Object.entries(key)),
    });
  const codesOf = (found: Result<unknown>) =>
    found.ok ? [] : found.issues.map(({ code }) => code);
  const FOUR = snapshot({
    organisations: [organisation(), organisation({ id: "b" })],
    headcounts: FOUR_CELLS,
  });

  it("may be a cell that the organisation does not have", () => {
    const found = getValue(ask("pupils", { count: "january", level: "primary" }, FOUR, 1));
    expect(rowText(found)).toBe("pupils january,primary 0");
    expect(found.cells.map(({ isThere }) => isThere)).toEqual([false]);
  });

  it("is of the whole year without a period", () => {
    expect(rowText(getValue(ask("pupils", { level: "basic" })))).toBe("pupils basic 20;40");
  });

  it("is of every period where the organisation counted nobody", () => {
    expect(rowText(getValue(ask("pupils", { level: "basic" }, FOUR, 1)))).toBe("pupils basic 0;0");
  });

  it("is refused where there is no such fact, dimension or code", () => {
    expect(codesOf(ask("pupil", { level: "basic" }))).toEqual(["fact-unknown"]);
    expect(codesOf(ask("pupils", { count: "january", level: "seventh" }))).toEqual([
      "code-unknown",
    ]);
    expect(codesOf(ask("pupils", { count: "may", level: "basic" }))).toEqual(["period-unknown"]);
    expect(codesOf(ask("pupils", { count: "january" }))).toEqual(["key-malformed"]);
  });
});

it("people are headcounts, and facts of pupils and children", () => {
  const model = modelOf("sum(over count, level: pupils[count, level]) * rate");
  const { facts } = model.plan.methodology;
  const [pupils, grant] = ["pupils", "grant"].map((id) => facts.get(id));
  if (pupils === undefined || grant === undefined) throw new Error("two facts");
  const guests = { ...grant, unit: "pupil" };
  const asked = [pupils, { ...pupils, unit: "1" }, grant, guests, { ...grant, unit: "nothing" }];
  expect(asked.map(countsPeople)).toEqual([true, true, false, true, false]);
});
