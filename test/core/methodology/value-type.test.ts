import { describe, expect, it } from "vitest";
import {
  commonNumber,
  describeType,
  isNumeric,
  numberType,
  TRUTH,
  UNKNOWN,
  unitOf,
  type ValueType,
} from "../../../packages/core/src/methodology/value-type.ts";
import { baseUnit, UNITLESS } from "../../../packages/core/src/money/index.ts";

const ZERO: ValueType = { kind: "zero" };
const MONTHS = numberType(baseUnit("month"));
const PUPILS = numberType(baseUnit("pupil"));
const CODE: ValueType = { kind: "code", codeList: "level" };

it("a bare zero is a zero of whatever unit stands beside it", () => {
  expect(commonNumber(ZERO, MONTHS)).toBe(MONTHS);
  expect(commonNumber(MONTHS, ZERO)).toBe(MONTHS);
  expect(commonNumber(ZERO, ZERO)).toBe(ZERO);
});

it("numbers of one unit have a common type, others have none", () => {
  expect(commonNumber(PUPILS, numberType(baseUnit("child")))).toBe(PUPILS);
  expect(commonNumber(PUPILS, MONTHS)).toBeUndefined();
  expect(commonNumber(PUPILS, CODE)).toBeUndefined();
});

it("numbers and zeros have a unit, nothing else has", () => {
  expect(unitOf(MONTHS)).toEqual(baseUnit("month"));
  expect(unitOf(ZERO)).toBe(UNITLESS);
  expect(unitOf(TRUTH)).toBeUndefined();
  expect([MONTHS, ZERO, TRUTH, CODE, UNKNOWN].map(isNumeric)).toEqual([
    ...[true, true, false, false, false],
  ]);
});

describe("a type is described for people", () => {
  it.each([
    [MONTHS, "month"],
    [numberType(UNITLESS), "1"],
    [ZERO, "0"],
    [TRUTH, "true | false"],
    [CODE, "[level]"],
    [{ kind: "date" } as const, "YYYY-MM-DD"],
    [{ kind: "text", value: "a" } as const, "'a'"],
    [UNKNOWN, "—"],
  ])("%o is %s", (type, text) => {
    expect(describeType(type)).toBe(text);
  });
});
