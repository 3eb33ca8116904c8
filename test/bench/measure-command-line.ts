/** The command line on a generated city that lies on the disk as packed CSV files. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CalculationPlan } from "../../packages/core/src/index.ts";
import { CITY_SEED, CITY_YEAR, generateCity } from "./city/generate-city.ts";
import { writeCity } from "./city/write-city.ts";
import { measureProcess, type ProcessRun } from "./measure-process.ts";

/** Each run of `zhanbasy calculate` from the folder to a file of lines. */
export async function measureCommandLine(
  plan: CalculationPlan,
  organisations: number,
  runs: number,
): Promise<readonly ProcessRun[]> {
  const folder = mkdtempSync(join(tmpdir(), "zhanbasy-bench-folder-"));
  try {
    const city = generateCity({ organisations, seed: CITY_SEED });
    await writeCity(city, plan, { folder, isPacked: true });
    const words = ["--register", folder, "--methodology", "kz/almaty", "--year", `${CITY_YEAR}`];
    const out = ["--out", join(folder, "allocation.csv"), "--summary"];
    // The first start may have to build the program.
    await measureProcess(["--help"]);
    const found: ProcessRun[] = [];
    for (let run = 0; run < runs; run += 1) {
      found.push(await measureProcess(["calculate", ...words, ...out]));
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
