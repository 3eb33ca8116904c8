import { describe, expect, it } from "vitest";

import { applyTheme, rememberedTheme } from "../../../packages/ui/src/theme/theme-preference.ts";

describe("the theme", () => {
  it("follows the system until the person chooses", () => {
    localStorage.clear();
    expect(rememberedTheme()).toBe("system");
  });

  it("is remembered and declared, and given back to the system", () => {
    applyTheme("dark");
    expect(rememberedTheme()).toBe("dark");
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    applyTheme("system");
    expect(rememberedTheme()).toBe("system");
    expect(document.documentElement.dataset["theme"]).toBeUndefined();
  });
});
