import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { texts } from "../../../packages/ui/src/i18n/texts.ts";
import { useLanguage } from "../../../packages/ui/src/i18n/use-language.ts";

afterEach(cleanup);

describe("the language of the page", () => {
  it("changes for everyone who asks, without a reload", async () => {
    await texts.changeLanguage("ru");
    const { result } = renderHook(() => useLanguage());
    expect(result.current.language).toBe("ru");
    await act(async () => {
      result.current.setLanguage("en");
      await Promise.resolve();
    });
    expect(result.current.language).toBe("en");
  });
});
