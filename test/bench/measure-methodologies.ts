/**
 * What an organisation costs under every methodology of the tests: its register again and again,
 * until there are some thousand organisations.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readMethodology } from "../../packages/api/src/files/read-methodology.ts";
import { readRegisterFolder } from "../../packages/api/src/files/read-register-folder.ts";
import {
  asOf,
  buildPlan,
  columnsOfRegister,
  openModel,
  registerRulesOf,
} from "../../packages/core/src/index.ts";
import { foldersIn, ROOT } from "../../scripts/source-files.ts";
import { getValue } from "../support/get-value.ts";
import { planOfLargerCity } from "./larger-city.ts";
import { repeatRegister } from "./repeat-register.ts";
import { median, timeOf } from "./statistics.ts";

export type MethodologyCost = {
  readonly name: string;
  readonly organisations: number;
  /** Microseconds an organisation in a full calculation. */
  readonly microseconds: number;
};

const FOLDER = "test/methodologies";
const WARM_UP = 2;

/** The cost of each, at least so many organisations together. */
export async function measureMethodologies(
  organisations: number,
  rounds: number,
): Promise<readonly MethodologyCost[]> {
  const found: MethodologyCost[] = [];
  for (const name of foldersIn(FOLDER)) {
    found.push(await measureMethodology(name, organisations, rounds));
  }
  return found;
}

async function measureMethodology(
  name: string,
  wanted: number,
  rounds: number,
): Promise<MethodologyCost> {
  const folder = join(ROOT, FOLDER, name);
  const { year } = JSON.parse(readFileSync(join(folder, "case.json"), "utf8")) as {
    readonly year: number;
  };
  const methodology = getValue(await readMethodology(join(folder, "methodology")));
  const law = getValue(buildPlan(methodology, asOf(year)));
  const rules = registerRulesOf(law);
  const read = getValue(await readRegisterFolder({ folder: join(folder, "register") }, rules));
  const snapshot = repeatRegister(read.snapshot, wanted);
  const organisations = snapshot.organisations.length;
  const plan = planOfLargerCity(law, organisations / read.snapshot.organisations.length);
  const model = getValue(openModel(plan, columnsOfRegister(plan, snapshot)));
  const times = Array.from({ length: WARM_UP + rounds }, () =>
    timeOf(() => getValue(model.recalculate())),
  );
  const microseconds = (median(times.slice(WARM_UP)) * 1000) / organisations;
  return { name, organisations, microseconds };
}
