import { afterEach, describe, expect, it } from "vitest";
import { failReading, faultText } from "../../../../packages/ui/src/grid/reading/read-fault.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";

afterEach(async () => {
  await texts.changeLanguage("ru");
});

describe("the sentence of a fault", () => {
  it("names what was written, in the language of the page", async () => {
    const { fault } = failReading("too-many-decimals", { text: "1,234", count: 2 });
    expect(faultText(texts.t, fault)).toBe("«1,234»: после запятой не больше 2 знаков.");
    await texts.changeLanguage("kk");
    expect(faultText(texts.t, fault)).toBe("«1,234»: үтірден кейін 2 таңбадан артық болмайды.");
    await texts.changeLanguage("en");
    expect(faultText(texts.t, fault)).toBe("“1,234”: at most 2 decimal places.");
  });
});
