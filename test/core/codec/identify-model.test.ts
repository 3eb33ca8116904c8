import { describe, expect, it } from "vitest";
import {
  calculate,
  columnsOfRegister,
  identifyModel,
  identifyRun,
  openModel,
} from "../../../packages/core/src/index.ts";
import { randomStagedCity } from "../../support/random-staged-city.ts";

describe("a model has the hash of the run with its lines", () => {
  it.each(Array.from({ length: 25 }, (_, seed) => seed + 1))("city %i", (seed) => {
    const { plan, register } = randomStagedCity(seed);
    const run = calculate(plan, register);
    const model = openModel(plan, columnsOfRegister(plan, register));
    expect(model.ok).toBe(run.ok);
    if (model.ok && run.ok) {
      expect(identifyModel(model.value)).toBe(identifyRun(run.value).resultHash);
    }
  });
});
