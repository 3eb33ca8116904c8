import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRatio } from "../../../packages/core/src/index.ts";
import {
  addRatios,
  ratioOf,
  subtractRatios,
  tiyn,
  ZERO,
} from "../../../packages/core/src/money/index.ts";
import {
  capacityFigures,
  type Seated,
  seatedOf,
} from "../../../packages/core/src/scenario/capacity.ts";
import { headsAndMoney } from "../../../packages/core/src/scenario/equity-heads.ts";
import { countedCity } from "../../support/counted-city.ts";
import { figureText } from "../../support/equity-text.ts";

/** Figures of the tier and of its districts: `seats north: 40`. */
function textsOf(seated: readonly Seated[]): readonly string[] {
  return capacityFigures(seated)
    .filter(({ of }) => of.tier === "secondary")
    .map((figure) => figureText(figure).replace(" secondary", ""));
}

function seatedCity(schools: Parameters<typeof countedCity>[0]) {
  const run = countedCity(schools);
  const districtOf = (id: string) => schools[id]?.district ?? "north";
  return seatedOf(run, headsAndMoney(run).funded, "capacity", districtOf);
}

it("sets places against the people who are paid for, by district and in all", () => {
  const seated = seatedCity({
    a: { pupils: 50, capacity: "40" },
    b: { pupils: 10, capacity: "30" },
    c: { pupils: 70, capacity: "60", district: "south" },
  });
  expect(textsOf(seated).filter((text) => !/unknown|organisations/.test(text))).toEqual([
    ...["seats: 130", "seat-heads: 130", "seat-load: 1", "over-capacity: 2"],
    ...["seats-lacking: 20", "seats-free: 20", "seat-deficit: 0"],
    ...[
      "seats north: 70",
      "seat-heads north: 60",
      "seat-load north: 0.8571428571428571428571428571428571…",
    ],
    ...["over-capacity north: 1", "seats-lacking north: 10", "seats-free north: 20"],
    ...["seat-deficit north: -10", "seats south: 60", "seat-heads south: 70"],
    "seat-load south: 1.166666666666666666666666666666666…",
    ...["over-capacity south: 1", "seats-lacking south: 10", "seats-free south: 0"],
    "seat-deficit south: 10",
  ]);
});

it("takes an organisation with a place for everybody as neither over nor under", () => {
  const texts = textsOf(seatedCity({ a: { pupils: 40, capacity: "40" } }));
  expect(texts.slice(2, 9)).toEqual([
    ...["seats: 40", "seat-heads: 40", "seat-load: 1", "over-capacity: 0"],
    ...["seats-lacking: 0", "seats-free: 0", "seat-deficit: 0"],
  ]);
});

it("counts places for the months in which their organisation is open", () => {
  const seated = seatedCity({ a: { pupils: 50, capacity: "60", opened: "2026-01-01" } });
  const later = seatedCity({ a: { pupils: 50, capacity: "60", opened: "2026-09-01" } });
  const seatsOf = (each: readonly Seated[]) => each.map(({ seats }) => seats && formatRatio(seats));
  expect([...seatsOf(seated), ...seatsOf(later)]).toEqual(["60", "20"]);
});

describe("places that are not known", () => {
  it("are those of organisations without them, and with people of several tiers", () => {
    const seated = seatedCity({
      a: { pupils: 5 },
      b: { pupils: 5, children: 4, capacity: "9" },
      c: { pupils: 5, capacity: "0" },
    });
    const texts = textsOf(seated);
    expect(texts.slice(0, 6)).toEqual([
      ...["seat-organisations: 1", "seat-unknown: 2"],
      ...["seats: 0", "seat-heads: 5", "seat-load: not-above-zero", "over-capacity: 1"],
    ]);
  });

  it("are said, not taken for zero", () => {
    const texts = textsOf(seatedCity({ a: { pupils: 5 } }));
    expect(texts.slice(0, 3)).toEqual([
      ...["seat-organisations: 0", "seat-unknown: 1", "seats: seats-unknown"],
    ]);
  });
});

describe("laws", () => {
  const count = fc.bigInt({ min: 0n, max: 900n });
  const member = fc
    .record({
      heads: count,
      seats: fc.option(count, { nil: undefined }),
      district: fc.constantFrom("n", "s"),
    })
    .map(
      ({ heads, seats, district }): Seated => ({
        ...{ organisationId: "a", tier: "t", amount: tiyn(0n), district },
        ...{ heads: ratioOf(heads + 1n, 12n), seats: seats === undefined ? seats : ratioOf(seats) },
      }),
    );

  it("what is lacking less what is free is the deficit, and districts add up to the city", () => {
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 8 }), (seated) => {
        const figures = capacityFigures(seated);
        const figureOf = (id: string, district: string | undefined) => {
          const found = figures.find((each) => each.id === id && each.of.district === district);
          return found?.value.kind === "number" ? found.value.value : ZERO;
        };
        const balance = subtractRatios(
          figureOf("seats-lacking", undefined),
          figureOf("seats-free", undefined),
        );
        const deficit = figureOf("seat-deficit", undefined);
        expect(subtractRatios(balance, deficit).numerator).toBe(0n);
        for (const id of [
          "seats",
          "seats-lacking",
          "seats-free",
          "seat-deficit",
          "over-capacity",
        ]) {
          const districts = addRatios(figureOf(id, "n"), figureOf(id, "s"));
          expect(subtractRatios(districts, figureOf(id, undefined)).numerator).toBe(0n);
        }
      }),
      { numRuns: 60 },
    );
  });
});
