import { afterEach, expect, it, vi } from "vitest";
import { setUpText } from "../../scripts/set-up-text.mjs";

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ["ru", "Собираю страницу …"],
  ["kk", "Бет құрастырылуда …"],
  ["en", "Building the page …"],
  ["", "Собираю страницу …"],
  ["tlh", "Собираю страницу …"],
])("the set-up speaks the language %s", (language, text) => {
  vi.stubEnv("ZHANBASY_LANGUAGE", language);
  expect(setUpText("buildingPage")).toBe(text);
});

it("a sentence has its variables put in", () => {
  vi.stubEnv("ZHANBASY_LANGUAGE", "en");
  const facts = { oldest: "20.19", found: "v18.0.0" };
  expect(setUpText("nodeTooOld", facts)).toBe(
    "Zhanbasy needs Node 20.19 or later; this is v18.0.0.",
  );
});
