import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ratioOf, tiyn } from "../../../packages/core/src/money/index.ts";
import {
  distributionFigures,
  groupBy,
} from "../../../packages/core/src/scenario/distribution-figures.ts";
import { equityText } from "../../support/equity-text.ts";

const funded = (organisationId: string, tier: string, tenge: bigint, heads: bigint) => ({
  ...{ organisationId, tier, amount: tiyn(tenge * 100n), heads: ratioOf(heads) },
});
const FUNDED = [
  funded("a", "secondary", 1000n, 100n),
  funded("b", "secondary", 3000n, 150n),
  funded("a", "preschool", 900n, 30n),
];
const GROUPS = {
  kindOf: (id: string) => (id === "a" ? "lyceum" : ""),
  districtOf: () => "north",
  sizes: [0, 120],
  currency: "KZT",
};

function textsOf(wanted: string, groups: Parameters<typeof distributionFigures>[1] = GROUPS) {
  return distributionFigures(FUNDED, groups)
    .filter(({ id }) => id === wanted)
    .map(({ of, value }) => `${Object.values(of).join(" ")}: ${equityText(value)}`);
}

it("never mixes tiers, and tells each by kind, size and district", () => {
  expect(textsOf("mean")).toEqual([
    ...["preschool: 30", "preschool lyceum: 30", "preschool 0-120: 30"],
    ...["preschool 120+: nobody-counted", "preschool north: 30"],
    ...["secondary: 16", "secondary : 20", "secondary lyceum: 10"],
    ...["secondary 0-120: 10", "secondary 120+: 20", "secondary north: 16"],
  ]);
});

it("divides organisations among the bands without a rest", () => {
  const counts = textsOf("organisations").filter((text) => /[0-9]-|[+]/.test(text));
  expect(counts).toEqual([
    ...["preschool 0-120: 1", "preschool 120+: 0", "secondary 0-120: 1", "secondary 120+: 1"],
  ]);
});

it("tells no kinds where nobody knows them", () => {
  const texts = textsOf("heads", { ...GROUPS, kindOf: undefined });
  expect(texts.filter((text) => text.includes("lyceum"))).toEqual([]);
});

it("says that nobody is counted", () => {
  const [organisations, ...others] = distributionFigures([], GROUPS);
  expect(organisations?.value).toMatchObject({ kind: "number", value: { numerator: 0n } });
  const absent = { kind: "absent", reason: "nobody-counted" };
  expect(others.map(({ value }) => value)).toEqual(others.map(() => absent));
});

it("sorts groups by name and keeps the order within them", () => {
  expect(groupBy(["bb", "a", "ba"], (text) => text.slice(0, 1))).toEqual([
    ["a", ["a"]],
    ["b", ["bb", "ba"]],
  ]);
});

describe("laws", () => {
  const member = fc.record({
    organisationId: fc.constantFrom("a", "b", "c", "d"),
    tier: fc.constantFrom("preschool", "secondary"),
    amount: fc.bigInt({ min: 0n, max: 99_999n }).map(tiyn),
    heads: fc.bigInt({ min: 1n, max: 9_999n }).map((heads) => ratioOf(heads, 12n)),
  });
  const city = fc.uniqueArray(member, {
    minLength: 1,
    selector: ({ organisationId, tier }) => `${organisationId} ${tier}`,
  });

  it.each(["kind", "size", "district"] as const)(
    "by %s a tier is divided without a rest",
    (way) => {
      fc.assert(
        fc.property(city, (members) => {
          const figures = distributionFigures(members, {
            ...GROUPS,
            districtOf: (id) => (id < "c" ? "north" : "south"),
          });
          for (const id of ["organisations", "heads", "amount"]) {
            for (const tier of new Set(members.map((each) => each.tier))) {
              const own = figures.filter((each) => each.id === id && each.of.tier === tier);
              const whole = own.filter(({ of }) => Object.keys(of).length === 1);
              const parts = own.filter(({ of }) => way in of);
              expect(sumOf(parts)).toEqual(sumOf(whole));
            }
          }
        }),
        { numRuns: 40 },
      );
    },
  );
});

/** What figures come to, in twelfths of a person or of a tiyn. */
function sumOf(figures: ReturnType<typeof distributionFigures>): bigint {
  return figures.reduce((sum, { value }) => {
    if (value.kind === "amount") return sum + value.amount * 12n;
    if (value.kind !== "number") return sum;
    return sum + (value.value.numerator * 12n) / value.value.denominator;
  }, 0n);
}
