import { expect, it } from "vitest";
import { surroundingsOf } from "../../../packages/api/src/serve/surroundings.ts";
import { ROOT } from "../../../scripts/source-files.ts";

it("finds the folder of the product from its own place", () => {
  const { home, folder, env } = surroundingsOf(process);
  expect(`${home}/`.replace("//", "/")).toBe(ROOT);
  expect(folder).toBe(process.cwd());
  expect(env).toBe(process.env);
});
