import { expect, it } from "vitest";
import { cellsOf, cellsRead } from "../../../packages/core/src/calculation/read-cells.ts";
import type { Model } from "../../../packages/core/src/index.ts";
import { openedModel } from "../../support/marginal-texts.ts";
import { label, line, type SchoolChange, schoolPlan } from "../../support/school-methodology.ts";
import {
  FOUR_CELLS,
  lastYear,
  organisation,
  places,
  pupils,
  snapshot,
} from "../../support/school-register.ts";
import { stage } from "../../support/staged-city.ts";

const REGISTER = snapshot({
  organisations: [organisation(), organisation({ id: "b", attributes: { ownership: "private" } })],
  headcounts: [
    ...FOUR_CELLS,
    ...["2026-01-01", "2026-09-05"].map((period) => places("a", period, "basic", 5)),
    pupils("b", "2026-01-01", "basic", 7),
    places("b", "2026-01-01", "basic", 8),
  ],
  lastYear: [lastYear("a", "1000")],
});

function modelOf(amount: string, change: SchoolChange = {}, when = "true"): Model {
  return openedModel(
    schoolPlan({ ...change, lines: [line("amount", amount, { when })] }),
    REGISTER,
  );
}

/** `pupils january basic` of the organisation in a row. */
function textsOf(model: Model, row = 0): readonly string[] {
  return cellsRead(model, row).map(({ fact, codes }) => [fact.id, ...codes].join(" "));
}

it("cells are read by the codes that a line names", () => {
  expect(textsOf(modelOf("pupils['january', 'basic'] * rate"))).toEqual(["pupils january basic"]);
  expect(textsOf(modelOf("sum(over level: pupils['january', level]) * rate"))).toEqual(
    ["pupils january basic", "pupils january primary"].toReversed(),
  );
});

it("a branch that the organisation does not take reads nothing", () => {
  const own = "if(ownership = 'private', places['january', 'basic'], pupils['january', 'basic'])";
  expect(textsOf(modelOf(`${own} * rate`))).toEqual(["pupils january basic"]);
  expect(textsOf(modelOf(`${own} * rate`), 1)).toEqual(["places january basic"]);
});

it("a line that does not apply is read as far as its condition", () => {
  const model = modelOf(
    "pupils['january', 'basic'] * rate",
    {},
    "places['january', 'basic'] > 6 pupil",
  );
  expect(textsOf(model)).toEqual(["places january basic"]);
  expect(textsOf(model, 1)).toEqual(["pupils january basic", "places january basic"]);
});

it("sums over organisations and stages read cells of everybody", () => {
  const total =
    "if(pupils['january', 'basic'] > 0 pupil, total(places['january', 'basic']) * rate, 0)";
  expect(textsOf(modelOf(total))).toContain("places january basic");
  const bound = "places['september', 'basic'] * 1 KZT/pupil";
  const floors = stage("floors", 1, { kind: "floor", lines: ["amount"], bound });
  const model = modelOf("pupils['january', 'basic'] * rate", { more: [{ stages: [floors] }] });
  expect(textsOf(model)).toEqual(["pupils january basic", "places september basic"]);
});

it("what was paid or counted the year before is no count of this year", () => {
  const before = { fact: "before", label: label("before"), unit: "KZT", source: "last-year" };
  const model = modelOf("pupils['january', 'basic'] * rate + before", {
    more: [{ facts: [{ ...before, of: "amount" }] }],
  });
  expect(textsOf(model)).toEqual(["pupils january basic"]);
  const { facts } = model.plan.methodology;
  const cells = cellsOf(
    model,
    0,
    [...facts.values()].filter(({ id }) => id === "before"),
  );
  expect(cells.map(({ value }) => value.numerator)).toEqual([1000n]);
});
