import { expect, it } from "vitest";
import { ENGINE_VERSION } from "../../../packages/core/src/index.ts";

it("the engine's version is a semantic one", () => {
  expect(ENGINE_VERSION).toMatch(/^\d+\.\d+\.\d+$/);
});
