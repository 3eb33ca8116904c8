import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lookUp } from "../../../packages/core/src/methodology/lookup.ts";
import type {
  Parameter,
  ParameterValue,
} from "../../../packages/core/src/methodology/methodology.ts";
import { ratioOf } from "../../../packages/core/src/money/index.ts";
import { calendarDate } from "../../../packages/core/src/time/index.ts";
import { labelOf } from "../../support/tiny-names.ts";

type Spec = {
  readonly key: readonly (string | undefined)[];
  readonly digits: string;
  readonly from?: string;
  readonly to?: string;
  readonly known?: string;
};

const DAY = "2026-09-01";

function parameterOf(...specs: readonly Spec[]): Parameter {
  return {
    id: "rate",
    label: labelOf("rate"),
    unit: new Map(),
    dimensions: ["age", "group"],
    cause: undefined,
    minimum: undefined,
    values: specs.map(builtValue),
    place: {},
  };
}

function builtValue({ key, digits, from, to, known }: Spec): ParameterValue {
  return {
    key,
    digits,
    value: ratioOf(BigInt(digits)),
    validity: {
      from: calendarDate(from ?? "2026-01-01"),
      to: to === undefined ? undefined : calendarDate(to),
    },
    knownFrom: calendarDate(known ?? "2025-12-01"),
    status: "assumed",
    provision: undefined,
    source: undefined,
    place: {},
  };
}

function find(parameter: Parameter, knownOn = "2026-12-31", day = DAY): string {
  const found = lookUp(
    parameter,
    ["under_3", "full_day"],
    calendarDate(day),
    calendarDate(knownOn),
  );
  return found.kind === "found" ? found.value.digits : found.kind;
}

const full = { key: ["under_3", "full_day"] };
const half = { key: ["under_3", undefined] };
const otherHalf = { key: [undefined, "full_day"] };
const open = { key: [undefined, undefined] };

describe("the most specific key wins, then the latest known", () => {
  it.each([
    [
      "a full key over an open one",
      [
        { ...open, digits: "1" },
        { ...full, digits: "2" },
      ],
      "2",
    ],
    [
      "a full key over an open one known later",
      [
        { ...full, digits: "2", known: "2025-01-01" },
        { ...open, digits: "1", known: "2026-06-01" },
      ],
      "2",
    ],
    [
      "half a key over none",
      [
        { ...half, digits: "3" },
        { ...open, digits: "1" },
      ],
      "3",
    ],
    [
      "of one key the latest known",
      [
        { ...full, digits: "2", known: "2026-07-16" },
        { ...full, digits: "1" },
      ],
      "2",
    ],
    ["no value of another key", [{ key: ["from_3", "full_day"], digits: "9" }], "missing"],
    ["no value at all", [], "missing"],
    [
      "two halves of a key that cannot be told apart",
      [
        { ...half, digits: "3" },
        { ...otherHalf, digits: "4" },
      ],
      "ambiguous",
    ],
    [
      "two halves of a key, one known later: still two rules",
      [
        { ...half, digits: "3" },
        { ...otherHalf, digits: "4", known: "2026-01-15" },
      ],
      "ambiguous",
    ],
    [
      "two halves of a key below a full one",
      [
        { ...half, digits: "3" },
        { ...otherHalf, digits: "4" },
        { ...full, digits: "5" },
      ],
      "5",
    ],
    [
      "twice the same key from the same day",
      [
        { ...full, digits: "3" },
        { ...full, digits: "4" },
      ],
      "ambiguous",
    ],
  ])("%s", (_name, specs, expected) => {
    expect(find(parameterOf(...specs))).toBe(expected);
  });
});

describe("a value counts when it is valid on the day and known by the as-of day", () => {
  const parameter = parameterOf(
    { ...full, digits: "1", to: "2026-09-01" },
    { ...full, digits: "2", from: "2026-09-01", known: "2026-08-20" },
  );

  it.each([
    ["2026-12-31", "2026-08-31", "1"],
    ["2026-12-31", "2026-09-01", "2"],
    ["2026-08-20", "2026-09-01", "2"],
    ["2026-08-19", "2026-09-01", "missing"],
    ["2026-12-31", "2025-12-31", "missing"],
  ])("known on %s, valid on %s: %s", (knownOn, day, expected) => {
    expect(find(parameter, knownOn, day)).toBe(expected);
  });
});

it("a rate that acts backwards replaces the earlier one from the day it is known", () => {
  const parameter = parameterOf(
    { ...full, digits: "124300" },
    { ...full, digits: "131500", known: "2026-07-16" },
  );
  expect(find(parameter, "2026-07-15", "2026-01-01")).toBe("124300");
  expect(find(parameter, "2026-07-16", "2026-01-01")).toBe("131500");
});

describe("laws", () => {
  const key = fc.tuple(
    fc.constantFrom("under_3", "from_3", undefined),
    fc.constantFrom("full_day", "short_day", undefined),
  );
  const known = fc.constantFrom("2025-12-01", "2025-12-02", "2026-06-01", "2027-01-01");
  const spec = fc.record({ key, known, digits: fc.nat(999).map(String) });

  it("the order of the values does not count", () => {
    fc.assert(
      fc.property(fc.array(spec, { maxLength: 6 }), (specs) => {
        const forward = find(parameterOf(...specs));
        expect(find(parameterOf(...[...specs].reverse()))).toBe(forward);
      }),
    );
  });

  it("knowing what is not yet known changes nothing", () => {
    fc.assert(
      fc.property(fc.array(spec, { maxLength: 6 }), (specs) => {
        const past = specs.filter((each) => each.known <= "2026-06-01");
        expect(find(parameterOf(...specs), "2026-06-01")).toBe(
          find(parameterOf(...past), "2026-12-31"),
        );
      }),
    );
  });
});
