import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { useTierName } from "../../../../packages/ui/src/features/workbook/tier-name.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";

afterEach(cleanup);

describe("the short name of a tier", () => {
  it("is ours where we have one, the methodology's where we have none", async () => {
    await texts.changeLanguage("kk");
    const nameOf = renderHook(() => useTierName()).result.current;
    const label = { ru: "кружки", kk: "үйірмелер", en: "clubs" };
    expect(nameOf("preschool", label)).toBe("Мектепке дейінгі");
    expect(nameOf("clubs", label)).toBe("үйірмелер");
    expect(nameOf("clubs", undefined)).toBe("clubs");
  });
});
