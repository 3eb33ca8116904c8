import { describe, expect, it } from "vitest";

import { languageOfText, rememberText } from "../../../../packages/ui/src/grid/cells/own-text.ts";

describe("a text that was copied here", () => {
  it("is read with the decimal comma it was written with, in every language", () => {
    rememberText("1,085\r\n2,000\r\n");
    expect(languageOfText("1,085\n2,000", "en")).toBe("ru");
    expect(languageOfText("1,085", "en")).toBe("en");
  });
});
