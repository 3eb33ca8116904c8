import { expect, it } from "vitest";
import { readSolveOptions } from "../../../packages/api/src/cli/solve-options.ts";
import { tiyn } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";

const LEVER = { inOrder: ["lever=secondary.L", "greatest=900000"] };

it("a sum is the city's and wholly used up, unless something else is asked", () => {
  expect(getValue(readSolveOptions(LEVER))).toMatchObject({
    ...{ scope: { by: "city" }, limit: undefined, headroom: tiyn(0n), saveScenario: undefined },
  });
  const written = { target: "tier=secondary", limit: "10 000,5", headroom: "1" };
  expect(getValue(readSolveOptions({ ...LEVER, ...written }))).toMatchObject({
    ...{ scope: { by: "tier", member: "secondary" }, limit: 1_000_050n, headroom: 100n },
  });
});

it("every option that cannot be read is named at once", () => {
  const written = { target: "school=1", limit: "-1", headroom: "much", saveScenario: "x.csv" };
  const read = readSolveOptions({ inOrder: [], ...written });
  const named = read.ok ? [] : read.issues.map(({ facts }) => Object.values(facts)[0]);
  expect(named).toEqual(["--lever", "--target", "--limit", "--headroom", "--save-scenario"]);
});
