import { describe, expect, it } from "vitest";
import { type CalculationRun, identifyRun } from "../../../packages/core/src/index.ts";
import { parameter, schoolPlan, valued } from "../../support/school-methodology.ts";
import { FOUR_CELLS, pupils, run } from "../../support/school-register.ts";

const RATE = parameter("rate", "KZT/pupil", [
  valued("1000"),
  valued("1100", { knownFrom: "2026-07-16" }),
]);
const OWN = identity("2026-12-31");

describe("the identity of a run", () => {
  it("is that of any run of the same inputs", () => {
    expect(identity("2026-12-31")).toEqual(OWN);
    for (const hash of [...Object.values(OWN.inputHashes), OWN.resultHash]) {
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it("has another result for another day of knowledge, the inputs being the same", () => {
    const earlier = identity("2026-06-30");
    expect(earlier.inputHashes).toEqual(OWN.inputHashes);
    expect(earlier.resultHash).not.toBe(OWN.resultHash);
  });

  it("has another result for another day of knowledge, the lines being the same", () => {
    expect(identity("2026-12-30").resultHash).not.toBe(OWN.resultHash);
  });

  it("has another register and another result for another count", () => {
    const headcounts = [...FOUR_CELLS.slice(1), pupils("a", "2026-01-01", "primary", 11)];
    const other = identity("2026-12-31", { headcounts });
    expect(other.inputHashes.methodology).toBe(OWN.inputHashes.methodology);
    expect(other.inputHashes.register).not.toBe(OWN.inputHashes.register);
    expect(other.resultHash).not.toBe(OWN.resultHash);
  });

  it("has another methodology and the same result for a figure that changes no line", () => {
    const parameters = [RATE, parameter("unused", "KZT", [valued("1")])];
    const other = identifyRun(run(schoolPlan({ parameters }), { headcounts: FOUR_CELLS }));
    expect(other.inputHashes.methodology).not.toBe(OWN.inputHashes.methodology);
    expect(other.resultHash).toBe(OWN.resultHash);
  });
});

function identity(
  knownOn: string,
  { headcounts }: Pick<CalculationRun["snapshot"], "headcounts"> = { headcounts: FOUR_CELLS },
) {
  return identifyRun(run(schoolPlan({ parameters: [RATE] }, knownOn), { headcounts }));
}
