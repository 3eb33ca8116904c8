import { describe, expect, it } from "vitest";
import { CITYWIDE } from "../../../packages/core/src/calculation/index.ts";
import { columnsOfRegister, openModel } from "../../../packages/core/src/index.ts";
import { openMixedInputs } from "../../../packages/core/src/scenario/mixed-inputs.ts";
import { createLinePlaces } from "../../../packages/core/src/scenario/split-places.ts";
import { FIRST_CHOICE, inputsOfChoice } from "../../support/cause-city.ts";
import { getValue } from "../../support/get-value.ts";

/** The first school is of the north, then of the south; a citywide amount stands beside it. */
const MIXED = getValue(
  openMixedInputs(
    inputsOfChoice(FIRST_CHOICE),
    inputsOfChoice({ ...FIRST_CHOICE, headcounts: 1, rates: 1 }),
    "cause",
  ),
);
const PLACES = createLinePlaces(MIXED);

function placeText(number: number | undefined): string {
  const place = number === undefined ? undefined : PLACES.all[number];
  return `${place?.organisationId} ${place?.district}`;
}

describe("an organisation stands", () => {
  it("at one place for each district that it is of, told by district", () => {
    const [first] = PLACES.byOrganisation.filter((rows) =>
      rows.some((row) => placeText(row).startsWith("a")),
    );
    expect(first?.map(placeText)).toEqual(["a north", "a south"]);
    const numbers = PLACES.byOrganisation.flat().toSorted((left, right) => left - right);
    expect(numbers).toEqual(PLACES.all.map((_, place) => place));
  });

  it.each([
    ["the earlier", [false, false], "north"],
    ["the later", [true, false], "south"],
  ])("in a mixture at that of %s headcounts", (_, coalition, district) => {
    const plan = getValue(MIXED.planOf(coalition));
    const model = getValue(openModel(plan, columnsOfRegister(plan, MIXED.snapshotOf(coalition))));
    expect([...PLACES.ofModel(model)].map(placeText)).toEqual([
      `a ${district}`,
      "b north",
      "c south",
    ]);
    expect(placeText(PLACES.ofEstimate("a", coalition))).toBe(`a ${district}`);
  });
});

it("a citywide amount stands beside the districts", () => {
  expect(placeText(PLACES.ofEstimate("", [false, false]))).toBe(` ${CITYWIDE}`);
});
