import { expect, it } from "vitest";
import { HEADCOUNT_COLUMNS } from "../../../packages/core/src/register/snapshot.ts";

it("the key of a headcount names its dimensions in the order of the file", () => {
  expect(HEADCOUNT_COLUMNS).toEqual(["tier", "level_or_group", "programme", "child_category"]);
});
