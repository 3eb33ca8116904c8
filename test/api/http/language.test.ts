import { describe, expect, it } from "vitest";
import { chooseLanguage, textsOf } from "../../../packages/api/src/http/language.ts";

describe("an answer is in the language", () => {
  it.each([
    ["that the address asks for", "kk", "en", "kk"],
    ["that the browser wants most", undefined, "en;q=0.7, kk;q=0.9, ru;q=0.1", "kk"],
    ["of a region", undefined, "kk-KZ,ru;q=0.8", "kk"],
    ["that is left when the first ones are not ours", undefined, "de, fr;q=0.9, en;q=0.2", "en"],
    ["of the country when none is asked for", undefined, undefined, "ru"],
    ["of the country when an unknown one is asked for", "de", "*", "ru"],
    ["that is not refused", undefined, "en;q=0, kk;q=0.1", "kk"],
  ])("%s", (_name, query, acceptLanguage, expected) => {
    expect(chooseLanguage({ query, acceptLanguage })).toBe(expected);
  });
});

it("texts of each language are its own", async () => {
  const titles = await Promise.all(
    (["ru", "kk", "en"] as const).map(async (language) =>
      (await textsOf(language))("http.title.not-found"),
    ),
  );
  expect(titles).toEqual(["Не найдено", "Табылмады", "Not found"]);
});
