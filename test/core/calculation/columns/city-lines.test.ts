import { describe, expect, it } from "vitest";
import { changeFacts } from "../../../../packages/core/src/calculation/columns/change-facts.ts";
import { openCityLines } from "../../../../packages/core/src/calculation/columns/city-lines.ts";
import { columnsOfRegister } from "../../../../packages/core/src/calculation/columns/columns-of-register.ts";
import { planWithValue } from "../../../../packages/core/src/calculation/plan.ts";
import { rowTexts } from "../../../support/number-columns.ts";
import {
  formula,
  line,
  parameter,
  schoolPlan,
  valued,
} from "../../../support/school-methodology.ts";
import { THREE_SCHOOLS } from "../../../support/three-schools.ts";

const JANUARY = "sum(over level: rate * pupils['january', level])";
const LAW = {
  parameters: [
    parameter("rate", "KZT/pupil", [valued("10")]),
    parameter("least", "pupil", [valued("25")]),
  ],
  formulas: [
    formula("paid", "KZT", JANUARY),
    formula("places_paid", "KZT", "1 KZT/pupil * places['january', 'basic']"),
  ],
  lines: [
    line("paid", "paid"),
    line("large", "paid", {
      tier: "preschool",
      when: "sum(over level: pupils['january', level]) > least",
    }),
    line("places", "places_paid", { tier: "overhead" }),
  ],
};
const PLAN = schoolPlan(LAW);
const COLUMNS = columnsOfRegister(PLAN, THREE_SCHOOLS);

function open() {
  const city = openCityLines(PLAN, COLUMNS);
  const amounts = (id: string) => {
    const values = city.lines.get(id)?.current();
    return values === undefined ? undefined : rowTexts(values.tenge);
  };
  return { city, amounts };
}

describe("all lines over all organisations", () => {
  it("are worked out in columns", () => {
    const { city, amounts } = open();
    expect([...city.lines.keys()]).toEqual(["paid", "large", "places"]);
    expect([amounts("paid"), amounts("large")]).toEqual([["300", "200", "0"], ["300"]]);
  });

  it("tell what they read, line by line", () => {
    const { readingsOf } = open().city;
    const read = (...ids: readonly string[]) => [...readingsOf(new Set(ids)).parameters.keys()];
    expect(read("paid")).toEqual(["rate||2026-01-01"]);
    expect(read("large").toSorted()).toEqual(["least||2026-01-01", "rate||2026-01-01"]);
    expect(read("places")).toEqual([]);
    expect(read()).toEqual([]);
  });
});

describe("after another value", () => {
  it("lines that stand on it are other lines' sums, the same columns", () => {
    const { city, amounts } = open();
    const before = [...city.lines.values()];
    const places = city.lines.get("places")?.current();
    city.change(planWithValue(PLAN, "rate", 0, "20"), COLUMNS.facts);
    expect([amounts("paid"), amounts("large")]).toEqual([["600", "400", "0"], ["600"]]);
    expect([...city.lines.values()]).toEqual(before);
    expect(city.lines.get("places")?.current()).toBe(places);
  });

  it("a line that now applies to others is bound anew, and no other", () => {
    const { city, amounts } = open();
    const [paid, large] = [city.lines.get("paid"), city.lines.get("large")];
    city.change(planWithValue(PLAN, "least", 0, "15"), COLUMNS.facts);
    expect(amounts("large")).toEqual(["300", "200"]);
    expect(city.lines.get("large")).not.toBe(large);
    expect(city.lines.get("paid")).toBe(paid);
    const readings = city.readingsOf(new Set(["paid", "large"]));
    expect([...readings.parameters.values()].map(({ value }) => value.digits).toSorted()).toEqual([
      ...["10", "15"],
    ]);
  });

  it("of the law everything that stands on it is forgotten when asked to be", () => {
    const { city } = open();
    const [paid, places] = ["paid", "places"].map((id) => city.lines.get(id)?.current());
    city.forgetLaw();
    expect(city.lines.get("paid")?.current()).not.toBe(paid);
    expect(city.lines.get("places")?.current()).toBe(places);
  });
});

describe("after other counts", () => {
  const changed = (codes: readonly string[], value: string | undefined) =>
    changeFacts(PLAN, COLUMNS, [{ organisationId: "b", fact: "pupils", codes, value }]).facts;

  it("of cells that were there, columns stay", () => {
    const { city, amounts } = open();
    const paid = city.lines.get("paid");
    city.change(PLAN, changed(["january", "primary"], "30"));
    expect([amounts("paid"), amounts("large")]).toEqual([
      ["300", "300", "0"],
      ["300", "300"],
    ]);
    expect(city.lines.get("paid")).toBe(paid);
  });

  it("of cells that appear or go, the lines on them are bound anew", () => {
    const { city, amounts } = open();
    const [paid, places] = [city.lines.get("paid"), city.lines.get("places")];
    city.change(PLAN, changed(["january", "basic"], "1"));
    expect(amounts("paid")).toEqual(["300", "210", "0"]);
    expect(city.lines.get("paid")).not.toBe(paid);
    expect(city.lines.get("places")).toBe(places);
    city.change(PLAN, changed(["january", "primary"], undefined));
    expect(amounts("paid")).toEqual(["300", "0", "0"]);
    city.change(PLAN, COLUMNS.facts);
    expect(amounts("paid")).toEqual(["300", "200", "0"]);
  });
});

describe("after another law", () => {
  it("lines whose formulas say something else are bound anew", () => {
    const { city, amounts } = open();
    const places = city.lines.get("places");
    const formulas = LAW.formulas.with(0, formula("paid", "KZT", `2 * ${JANUARY}`));
    city.change(schoolPlan({ ...LAW, formulas }), COLUMNS.facts);
    expect([amounts("paid"), amounts("large")]).toEqual([["600", "400", "0"], ["600"]]);
    expect(city.lines.get("places")).toBe(places);
  });

  it("lines come and go", () => {
    const { city, amounts } = open();
    const [paid, large] = LAW.lines;
    const other = line("other", "2 * paid", { tier: "overhead" });
    const lines = [paid, large, other].filter((each) => each !== undefined);
    city.change(schoolPlan({ ...LAW, lines }), COLUMNS.facts);
    expect([...city.lines.keys()]).toEqual(["paid", "large", "other"]);
    expect(amounts("other")).toEqual(["600", "400", "0"]);
    city.change(PLAN, COLUMNS.facts);
    expect([...city.lines.keys()].toSorted()).toEqual(["large", "paid", "places"]);
    expect(amounts("places")).toEqual(["0", "4", "0"]);
  });

  it("a line that says something else itself is bound anew", () => {
    const { city, amounts } = open();
    const lines = LAW.lines.with(0, line("paid", "paid / 2"));
    city.change(schoolPlan({ ...LAW, lines }), COLUMNS.facts);
    expect(amounts("paid")).toEqual(["150", "100", "0"]);
  });

  it("everything is bound anew where its foundations are others", () => {
    const { city, amounts } = open();
    const before = [...city.lines.values()];
    city.change(schoolPlan({ ...LAW, reporters: { places: "false" } }), COLUMNS.facts);
    const after = [...city.lines.values()];
    expect(after.map((each) => before.includes(each))).toEqual([false, false, false]);
    expect(amounts("paid")).toEqual(["300", "200", "0"]);
  });
});

it("a line whose condition has no answer is in columns again as soon as it has one", () => {
  const plan = schoolPlan({
    parameters: LAW.parameters,
    lines: [line("l", JANUARY, { when: "1 KZT/pupil / rate > 0" })],
  });
  const city = openCityLines(plan, COLUMNS);
  expect(city.lines.get("l")).toBeDefined();
  city.change(planWithValue(plan, "rate", 0, "0"), COLUMNS.facts);
  expect(city.lines.get("l")).toBeUndefined();
  city.change(plan, COLUMNS.facts);
  expect(city.lines.get("l")?.current()).toBeDefined();
});
