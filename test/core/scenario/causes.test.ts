import { describe, expect, it } from "vitest";
import {
  causeOfFact,
  causeOfParameter,
  causeOfStage,
  causeOfTable,
  describeCause,
  keyOfCause,
  nameOfCause,
  orderOfCauses,
  roundingCause,
} from "../../../packages/core/src/scenario/causes.ts";
import { FIRST_CHOICE, inputsOfChoice } from "../../support/cause-city.ts";
import { label } from "../../support/school-methodology.ts";

const UNSAID = { cause: undefined };
const OWN = { cause: "wages" };

describe("what names no cause has one by what it is", () => {
  it("a parameter by its unit", () => {
    expect(causeOfParameter({ ...UNSAID, unit: new Map() })).toBe("coefficients");
    expect(causeOfParameter({ ...UNSAID, unit: new Map([["KZT", 1]]) })).toBe("rates");
  });

  it("a stage by what it holds to", () => {
    const kinds = [
      "fit",
      "limit",
      "floor",
      "cap",
      "floor-and-cap",
      "pool",
      "fill",
      "solve",
    ] as const;
    expect(kinds.map((kind) => causeOfStage({ ...UNSAID, kind }))).toEqual([
      ...["envelope", "envelope", "protections", "protections", "protections"],
      ...["protections", "protections", "protections"],
    ]);
  });

  it("a table and a fact always the same", () => {
    expect([causeOfTable(UNSAID), causeOfFact(UNSAID)]).toEqual(["coefficients", "headcounts"]);
  });
});

it("a cause that is named stands, whatever names it", () => {
  const found = [
    causeOfParameter({ ...OWN, unit: new Map() }),
    causeOfTable(OWN),
    causeOfFact(OWN),
    causeOfStage({ ...OWN, kind: "fit" }),
  ];
  expect(found).toEqual(["wages", "wages", "wages", "wages"]);
});

describe("a methodology that lists causes", () => {
  const plain = inputsOfChoice(FIRST_CHOICE).methodology;
  const listed = inputsOfChoice(FIRST_CHOICE, ["wages", "estimates"]).methodology;
  const other = inputsOfChoice(FIRST_CHOICE, ["trips", "estimates", "rounding"]).methodology;

  it("says their order, the later law before the earlier one", () => {
    expect(orderOfCauses(plain, listed).slice(0, 3)).toEqual(["wages", "estimates", "headcounts"]);
    expect(orderOfCauses(listed, plain).at(-1)).toBe("wages");
    expect(orderOfCauses(listed, other).slice(0, 3)).toEqual(["trips", "estimates", "headcounts"]);
  });

  it("says their names, in either law; others have none of their own", () => {
    expect(describeCause("wages", listed, plain).label).toEqual(label("wages"));
    expect(describeCause("wages", plain, listed).label).toEqual(label("wages"));
    expect(describeCause("rates", listed, plain).label).toBeUndefined();
    expect(roundingCause(plain, other).label).toEqual(label("rounding"));
  });
});

it("a parameter that is told by itself is no other part of its cause", () => {
  const single = { cause: "rates", parameter: "base", label: undefined };
  expect([keyOfCause(single), nameOfCause(single)]).toEqual(["rates|base", "base"]);
  const whole = { ...single, parameter: undefined };
  expect([keyOfCause(whole), nameOfCause(whole)]).toEqual(["rates", "rates"]);
});
