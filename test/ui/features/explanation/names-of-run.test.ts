import { expect, it } from "vitest";

import { namesOfRun } from "../../../../packages/ui/src/features/explanation/names-of-run.ts";
import { NAMES } from "../../support/small-run.ts";

it("a run's names are found by what they name", () => {
  const names = namesOfRun(NAMES);
  expect(names.labelOfCode("district", "medeu")?.kk).toBe("Медеу");
  expect(names.labelOfCode("district", "nowhere")).toBeUndefined();
  expect(names.labelOfAnyCode("alatau")?.en).toBe("Alatau");
  expect(names.labelOfAnyCode("nowhere")).toBeUndefined();
  const known = ["norm", "rate", "pupils", "tier", "level"].map(
    (name) => names.labelOfName(name)?.en,
  );
  expect(known).toEqual(["Norm", "Rate", "Pupils", "Tier", "Level"]);
  const more = ["steps", "level_of", "found", "state"].map((name) => names.labelOfName(name)?.en);
  expect(more).toEqual(["Steps", "Level of a grade", "Found rate", "State order"]);
  expect(names.labelOfStage("floor")?.en).toBe("Protection");
  expect(names.labelOfFact("pupils")?.ru).toBe("Ученики");
  expect(names.labelOfUnit("place", false)?.en).toBe("places");
  expect(names.labelOfUnit("place", true)?.ru).toBe("место");
  expect(names.labelOfUnit("nowhere", true)).toBeUndefined();
  expect(names.translationOf("пресса")?.en).toBe("press");
});
