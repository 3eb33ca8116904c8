import { describe, expect, it } from "vitest";

import { findLanguage, LANGUAGES } from "../../../packages/ui/src/i18n/language.ts";

describe("a language", () => {
  it("is found by its code when we speak it", () => {
    expect(LANGUAGES.map(findLanguage)).toEqual(["ru", "kk", "en"]);
    expect(findLanguage("fr")).toBeUndefined();
  });
});
