import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  baseUnit,
  divideUnits,
  equalUnits,
  findUnit,
  formatUnit,
  multiplyUnits,
  UNITLESS,
  type Unit,
} from "../../../packages/core/src/money/unit.ts";

describe("a unit is read and written in one way", () => {
  it.each([
    ["KZT/pupil/year", "KZT/pupil/year"],
    ["KZT/year/pupil", "KZT/pupil/year"],
    ["KZT/child/month", "KZT/pupil/month"],
    ["1", "1"],
    ["1/month", "1/month"],
    ["pupil*month", "pupil*month"],
    ["month*pupil", "pupil*month"],
    ["KZT*KZT/KZT", "KZT"],
    ["pupil/child", "1"],
    ["KZT/month/month", "KZT/month/month"],
    ["year/month", "year/month"],
    ["year*month", "month*year"],
    ["year*place*KZT", "KZT*place*year"],
    ["month*pupil*place", "place*pupil*month"],
  ])("%s", (text, written) => {
    const unit = findUnit(text);
    expect(unit && formatUnit(unit)).toBe(written);
  });

  it.each(["", "/year", "KZT/", "KZT//year", "KZT year", "2", "KZT^2", "тенге", "KZT/1a", "_x"])(
    "%o is none",
    (text) => {
      expect(findUnit(text)).toBeUndefined();
    },
  );
});

it("child and pupil are one unit", () => {
  expect(equalUnits(baseUnit("child"), baseUnit("pupil"))).toBe(true);
  expect(equalUnits(baseUnit("child"), baseUnit("place"))).toBe(false);
});

it("a rate per pupil and year times pupils is money per year", () => {
  const rate = findUnit("KZT/pupil/year") ?? UNITLESS;
  expect(formatUnit(multiplyUnits(rate, baseUnit("pupil")))).toBe("KZT/year");
});

it("the index turns its multiples into money", () => {
  const multiple = findUnit("MRP/pupil/year") ?? UNITLESS;
  const index = findUnit("KZT/MRP") ?? UNITLESS;
  expect(formatUnit(multiplyUnits(multiple, index))).toBe("KZT/pupil/year");
});

describe("laws: units are a commutative group", () => {
  const name = fc.constantFrom("KZT", "pupil", "child", "month", "year", "MRP", "place");
  const unit: fc.Arbitrary<Unit> = fc
    .array(fc.tuple(name, fc.boolean()), { maxLength: 6 })
    .map((factors) =>
      factors.reduce(
        (product: Unit, [each, divides]) =>
          divides ? divideUnits(product, baseUnit(each)) : multiplyUnits(product, baseUnit(each)),
        UNITLESS,
      ),
    );
  const same = (left: Unit, right: Unit) => {
    expect(equalUnits(left, right)).toBe(true);
    expect([...left]).toEqual([...right]);
  };

  it("the order of factors does not count", () => {
    fc.assert(fc.property(unit, unit, (a, b) => same(multiplyUnits(a, b), multiplyUnits(b, a))));
  });

  it("brackets do not count", () => {
    fc.assert(
      fc.property(unit, unit, unit, (a, b, c) =>
        same(multiplyUnits(multiplyUnits(a, b), c), multiplyUnits(a, multiplyUnits(b, c))),
      ),
    );
  });

  it("a bare number changes nothing, and a unit divided by itself is one", () => {
    fc.assert(
      fc.property(unit, (a) => {
        same(multiplyUnits(a, UNITLESS), a);
        same(divideUnits(a, a), UNITLESS);
      }),
    );
  });

  it("division undoes multiplication", () => {
    fc.assert(fc.property(unit, unit, (a, b) => same(divideUnits(multiplyUnits(a, b), b), a)));
  });

  it("what is written is read back", () => {
    fc.assert(fc.property(unit, (a) => same(findUnit(formatUnit(a)) ?? UNITLESS, a)));
  });
});
