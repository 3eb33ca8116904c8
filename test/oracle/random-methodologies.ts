/** A random methodology and a random register for it, by a seed. */
import { createRandom } from "../support/random.ts";
import type { CityRows } from "./city.ts";
import type { LawDocument } from "./law-documents.ts";
import { randomLaw } from "./random-law.ts";
import { randomRows } from "./random-rows.ts";

export type RandomCase = {
  readonly seed: number;
  readonly knownOn: string;
  readonly document: LawDocument;
  readonly rows: CityRows;
};

export function randomCase(seed: number, organisations: number): RandomCase {
  const random = createRandom(seed);
  const size = random.chance(30) ? "huge" : "usual";
  const knownOn = random.pick(["2026-12-31", "2026-12-31", "2025-12-31", "2026-04-15"]);
  const document: LawDocument = randomLaw(random, size);
  return { seed, knownOn, document, rows: randomRows(random, organisations, size) };
}

/** Whether some stage shares among the whole city by largest remainder. */
export function sharesCity({ stages = [] }: LawDocument): boolean {
  return stages.some(
    ({ kind, by = [], leftOver, floor, ceiling }) =>
      (kind === "fit" || kind === "pool") &&
      by.length === 0 &&
      leftOver === "largest-remainder" &&
      floor === undefined &&
      ceiling === undefined,
  );
}
