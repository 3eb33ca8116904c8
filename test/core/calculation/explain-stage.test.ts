import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calculate,
  explainLine,
  formatTenge,
  lineName,
  type TraceNode,
} from "../../../packages/core/src/index.ts";
import { buildPlanOf } from "../../support/build-plan-of.ts";
import { BASE, explainedStage, GIFT, stageTexts } from "../../support/explained-stage.ts";
import { getValue } from "../../support/get-value.ts";
import {
  type StagedCity,
  stage,
  stagedMethodology,
  stagedRegister,
} from "../../support/staged-city.ts";

const floor = (order: number, fields: object) =>
  stage("raised", order, { kind: "floor", lines: ["base"], bound: "floor", ...fields });

describe("a stage that is explained", () => {
  it("stands above those before it, down to the formula", () => {
    const stages = [floor(1, {}), stage("cut", 2, { kind: "cap", lines: ["base"], bound: "cap" })];
    const { trace } = explainedStage(stages, { a: { base: "50", floor: "80", cap: "70" } });
    expect(stageTexts(trace)).toEqual(["cut 80.00 → 70.00", "raised 50.00 → 80.00"]);
    expect(trace.inputs.map(({ kind }) => kind)).toEqual(["stage", "stage", "line-amount"]);
    expect(trace.value).toMatchObject({ exact: "70.00" });
  });

  it("is named with its ground, which the line is no stronger than", () => {
    const stages = [floor(1, { status: "draft", source: "press" })];
    const { trace, told } = explainedStage(stages, { a: { base: "50", floor: "80" } });
    expect(told?.ground).toMatchObject({ status: "draft", source: "press", validFrom: undefined });
    expect(trace.status).toBe("assumed");
  });

  it.each<[string, object, string]>([
    ["is switched off", { switch: "false" }, "stage-off"],
    ["does not concern the organisation", { when: "rank > 0" }, "stage-condition"],
  ])("says when it %s", (_, fields, code) => {
    const { trace, said } = explainedStage([floor(1, fields)], { a: { base: "50", floor: "80" } });
    expect(said).toEqual([code]);
    expect(trace.value).toMatchObject({ exact: "50.00" });
  });

  it("says when the organisation has no such line yet", () => {
    const stages = [
      stage("early", 1, { kind: "floor", lines: ["gift"], bound: "floor" }),
      stage("pool", 2, { kind: "pool", into: "gift", weight: "weight", amount: "9 KZT" }),
    ];
    const { trace } = explainedStage(stages, { a: { weight: "1", floor: "80" } }, "a", GIFT);
    expect(trace.inputs.map(({ id, sentences }) => [id, sentences[0]?.code])).toEqual([
      ["pool", "pool-granted"],
      ["early", "stage-no-line"],
      ["gift", "line-uncounted"],
    ]);
  });

  it("belongs to the group that its codes name", () => {
    const stages = [
      stage("fit", 1, {
        ...{ kind: "fit", lines: ["base"], by: ["district", "line"], envelope: "90 KZT" },
      }),
    ];
    const { told } = explainedStage(stages, { a: { base: "100", district: "south" } });
    expect(told?.key).toEqual([{ dimension: "district", code: "south" }]);
  });
});

const money = fc.integer({ min: 0, max: 300_000 }).map((tiyn) => (tiyn / 100).toFixed(2));
const schools: fc.Arbitrary<StagedCity> = fc
  .array(
    fc
      .record({
        ...{ base: money, extra: money, low: money, room: money, given: money },
        weight: fc.integer({ min: 0, max: 9 }).map(String),
        district: fc.constantFrom("north", "south"),
      })
      .map(({ low, room, ...rest }) => ({
        ...rest,
        floor: low,
        cap: (Number(low) + Number(room)).toFixed(2),
      })),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) => Object.fromEntries(list.map((each, place) => [`o${place}`, each])));

const by = fc.constantFrom([], ["district"], ["tier"]);
const leftOver = fc.constantFrom("largest-remainder", "leave", "last");
const rounding = fc.constantFrom("half-up", "down", "up");
const places = fc.constantFrom(2, 0, -1);
const per = fc.constantFrom("line", "organisation");
const lines = fc.constantFrom(["base"], ["base", "extra"]);
const bounds = fc.record({
  kind: fc.constantFrom("floor", "cap"),
  ...{ lines, per, rounding, places },
  bound: fc.constantFrom("floor", "cap * 1.1"),
});
const protect = fc.record({
  kind: fc.constant("floor-and-cap"),
  ...{ lines, per, rounding },
  by: fc.constantFrom([], ["district"]),
  ...{ floor: fc.constant("floor"), cap: fc.constant("cap") },
  shortfall: fc.constantFrom("envelope", "scale"),
});
const pool = fc.record({
  kind: fc.constant("pool"),
  lines: fc.constantFrom(undefined, ["base"], ["base", "extra"]),
  ...{
    into: fc.constant("gift"),
    collect: fc.constant("if(base > 0, given, 0)"),
    leftOver,
    places,
    rounding,
  },
  by: fc.constantFrom([], ["district"]),
  amount: fc.constantFrom("0", "777.77 KZT"),
  weight: fc.constantFrom("weight + 1", "weight * weight + 1 / 3"),
  sharePlaces: fc.constantFrom(undefined, 2, 8),
});
const fill = fc.record({
  kind: fc.constant("fill"),
  by: fc.constantFrom([], ["district"], ["organisation"]),
  change: fc.constantFrom("-900 KZT", "1234.56 KZT"),
  leftOver: fc.constantFrom("leave", "last"),
  categories: fc.constantFrom(
    [{ line: "extra" }, { line: "base", floor: "floor / 2" }],
    [
      { line: "base", ceiling: "max(cap, base)" },
      { line: "extra", ceiling: "extra * 1.5" },
    ],
  ),
});
const fit = fc.record({
  kind: fc.constant("fit"),
  ...{ by, leftOver, places: fc.constantFrom(2, 0), rounding },
  lines: fc.constant(["base", "extra"]),
  envelope: fc.constantFrom("1000.01 KZT", "5000 KZT"),
  direction: fc.constantFrom("both", "down", "up"),
});
const within = fc.record({
  ...{ kind: fc.constant("fit"), lines, by: fc.constantFrom([], ["district"]) },
  envelope: fc.constant("1500.07 KZT"),
  floor: fc.constantFrom(undefined, "1 KZT"),
  ceiling: fc.constant("100000 KZT"),
});
const stages = fc
  .array(fc.oneof(bounds, protect, pool, fill, fit, within), { minLength: 1, maxLength: 4 })
  .map((all) => all.map((fields, place) => stage(`s${place}`, place + 1, fields)));

describe("laws", () => {
  it("every line of every city is explained to the tiyn, or its run is refused", () => {
    fc.assert(
      fc.property(stages, schools, (documents, city) => {
        const methodology = stagedMethodology(documents);
        if (!methodology.ok) return;
        const plan = buildPlanOf(methodology.value, 2026, "2026-12-31");
        const run = calculate(plan, stagedRegister(city));
        if (!run.ok) return;
        for (const line of run.value.lines) {
          const { organisationId, amount } = line;
          const trace = getValue(explainLine(run.value, organisationId, lineName(line)));
          expect(exactOf(trace)).toBe(formatTenge(amount));
        }
      }),
      { numRuns: 200 },
    );
  });
});

function exactOf({ value }: TraceNode): string {
  return value.kind === "number" ? value.exact : "";
}

it("the line of the tests is the one of the city", () => {
  expect(BASE).toBe("secondary/04.2.360.040/formula");
});
