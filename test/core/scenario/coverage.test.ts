import { describe, expect, it } from "vitest";
import { ratioOf, tiyn } from "../../../packages/core/src/money/index.ts";
import type { Seated } from "../../../packages/core/src/scenario/capacity.ts";
import {
  coverageFigures,
  findPopulationFaults,
  type PopulationRow,
} from "../../../packages/core/src/scenario/coverage.ts";
import { equityText } from "../../support/equity-text.ts";

function seated(district: string, heads: bigint, seats?: bigint): Seated {
  return {
    ...{ organisationId: district, tier: "secondary", amount: tiyn(0n), district },
    ...{ heads: ratioOf(heads), seats: seats === undefined ? undefined : ratioOf(seats) },
  };
}

function lives(district: string, people: bigint, tier = "secondary"): PopulationRow {
  return { tier, district, people, place: { file: "population.csv", row: 2 } };
}

const CITY = [seated("north", 60n, 50n), seated("north", 20n), seated("south", 30n, 40n)];

function textsOf(rows: readonly PopulationRow[]): readonly string[] {
  return coverageFigures(CITY, rows).map(({ id, of: { district = "city" }, value }) =>
    [id, district, equityText(value)].join(" "),
  );
}

it("is people and places by the population of the district", () => {
  // Two ages of one district are added up.
  expect(textsOf([lives("north", 60n), lives("north", 40n), lives("south", 100n)])).toEqual([
    ...["coverage city 0.55", "seat-coverage city 0.45"],
    ...["coverage north 0.8", "seat-coverage north 0.5"],
    ...["coverage south 0.3", "seat-coverage south 0.4"],
  ]);
});

it("has no figure at all of a city of whose population nothing is known", () => {
  expect(textsOf([])).toEqual([
    "coverage city population-missing",
    "seat-coverage city population-missing",
  ]);
  const nowhere: readonly Seated[] = [];
  expect(coverageFigures(nowhere, [])).toEqual([]);
});

it("has no figure of the city where a district is missing", () => {
  const texts = textsOf([
    lives("south", 100n),
    lives("west", 10n),
    lives("north", 5n, "preschool"),
  ]);
  expect(texts).toEqual([
    ...["coverage city population-missing", "seat-coverage city population-missing"],
    ...["coverage north population-missing", "seat-coverage north population-missing"],
    ...["coverage south 0.3", "seat-coverage south 0.4"],
    ...["coverage west nobody-counted", "seat-coverage west seats-unknown"],
  ]);
});

describe("a population table", () => {
  it("is refused where it names what the city does not have", () => {
    const known = { tiers: ["secondary"], districts: ["north"] };
    const rows = [lives("north", 5n), lives("nord", 5n, "school")];
    const place = { file: "population.csv", row: 2 };
    expect(findPopulationFaults(rows, known)).toEqual([
      {
        ...{ code: "code-unknown", place: { ...place, column: "tier" } },
        facts: { value: "school", expected: "secondary" },
      },
      {
        ...{ code: "code-unknown", place: { ...place, column: "district" } },
        facts: { value: "nord", expected: "north" },
      },
    ]);
  });
});
