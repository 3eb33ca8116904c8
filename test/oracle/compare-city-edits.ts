/** A city of Kazakhstan as a model that is edited: after each edit its totals are the oracle's. */
import {
  type CalculationPlan,
  columnsOfRegister,
  type ModelChange,
  openModel,
  planWithValue,
  type RegisterSnapshot,
} from "../../packages/core/src/index.ts";
import { getValue } from "../support/get-value.ts";
import { createRandom, type Random } from "../support/random.ts";
import { sumLines } from "./city-calculation.ts";
import { totalsOf } from "./compare-random-case.ts";
import { differences } from "./differences.ts";
import { allocate, type City } from "./kz-oracle.ts";
import type { RandomCity } from "./random-cities.ts";
import { AMOUNTS } from "./random-values.ts";

type Edit = { readonly city: City; readonly change: ModelChange; readonly told: string };

export function compareCityEdits(
  { seed, year, knownOn, city }: RandomCity,
  plan: CalculationPlan,
  snapshot: RegisterSnapshot,
  edits: number,
): readonly string[] {
  const random = createRandom(seed + 1_000_000);
  const districts = new Map(
    city.organisations.map((row) => [row["bin"] ?? "", row["district_code"] ?? ""]),
  );
  const expected = (now: City) =>
    sumLines(allocate(now, year, knownOn), (id) => districts.get(id) ?? "");
  let now = city;
  let model = getValue(openModel(plan, columnsOfRegister(plan, snapshot)));
  const faults = differences(expected(now), totalsOf(model.totals)).map((each) => `model, ${each}`);
  for (let edit = 0; edit < edits; edit += 1) {
    const {
      city: edited,
      change,
      told,
    } = random.chance(60) ? valueEdit(now, model.plan, random) : countEdit(now, year, random);
    now = edited;
    model = getValue(model.change(change));
    faults.push(
      ...differences(expected(now), totalsOf(model.totals)).map((each) => `${told}, ${each}`),
    );
  }
  return faults;
}

function valueEdit(city: City, plan: CalculationPlan, random: Random): Edit {
  const at = random.int(0, city.parameters.length - 1);
  const id = city.parameters[at]?.["parameter_id"] ?? "";
  const place = city.parameters.slice(0, at).filter((row) => row["parameter_id"] === id).length;
  // The months of a count are whole and few; every other value may be any amount.
  const isMonths = id.includes("months");
  const digits = isMonths ? `${random.int(1, 8)}` : AMOUNTS(random, "usual");
  const parameters = city.parameters.with(at, { ...city.parameters[at], value: digits });
  const told = `${id} ${place} is ${digits}`;
  const change = { plan: planWithValue(plan, id, place, digits) };
  return { city: { ...city, parameters }, change, told };
}

/** Another count of pupils in a cell that is there. */
function countEdit(city: City, year: number, random: Random): Edit {
  const counted = city.headcounts.flatMap((row, at) => {
    const isSchool = row["tier"] === "secondary" && row["measure"] === "enrolled";
    return isSchool && row["period"]?.startsWith(`${year}`) === true ? [at] : [];
  });
  const at = counted[random.int(0, counted.length - 1)] ?? 0;
  const { bin = "", period = "", level_or_group = "", programme = "" } = city.headcounts[at] ?? {};
  const value = `${random.int(0, 2_000)}`;
  const headcounts = city.headcounts.with(at, { ...city.headcounts[at], headcount: value });
  const count = period.endsWith("-01-01") ? "january" : "september";
  const codes = [count, level_or_group, programme];
  const facts = [{ organisationId: bin, fact: "secondary.enrolled", codes, value }];
  return {
    city: { ...city, headcounts },
    change: { facts },
    told: `${bin} ${codes.join()} is ${value}`,
  };
}
