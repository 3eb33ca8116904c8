import { expect, it } from "vitest";
import {
  LANGUAGE,
  option,
  ordered,
  SCENARIOS,
} from "../../../packages/api/src/cli/option-words.ts";

it("an option is written once, unless it is kept as a list or in order", () => {
  expect(option("--out <file>", "out")).toEqual({ flags: "--out <file>", help: "out" });
  expect(ordered("--lever <lever>", "lever")).toMatchObject({ isOrdered: true });
  expect([SCENARIOS.isList, LANGUAGE.otherwise]).toEqual([true, "ru"]);
});
