import { expect, it } from "vitest";
import { given } from "../../packages/api/src/environment.ts";

it("takes an empty variable for one that is not given", () => {
  const env = { PORT: "8080", ZHANBASY_DATA: "" };
  expect(given(env, "PORT")).toBe("8080");
  expect(given(env, "ZHANBASY_DATA")).toBeUndefined();
  expect(given(env, "DATABASE_URL")).toBeUndefined();
});
