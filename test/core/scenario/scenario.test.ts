import { expect, it } from "vitest";
import { overridesOf, targetOf } from "../../../packages/core/src/index.ts";
import { scenario } from "../../support/overridden-city.ts";

it("a scenario says what its parents say, the oldest first, and then its own", () => {
  const oldest = scenario([{ switch: "floors", on: true }]);
  const older = scenario([{ switch: "caps", on: true }], oldest);
  const young = scenario([{ formula: "worth", expression: "1" }], older);
  expect(overridesOf(young).map(targetOf)).toEqual([
    "switch floors",
    "switch caps",
    "formula worth",
  ]);
});
