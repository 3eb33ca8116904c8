import { expect, it } from "vitest";
import { upperFirst } from "../../../packages/api/src/cli/upper-first.ts";

it("a sentence begins with a capital, also in Kazakh", () => {
  expect(["город", "әдістеме", "", "04.1"].map(upperFirst)).toEqual([
    ...["Город", "Әдістеме", "", "04.1"],
  ]);
});
