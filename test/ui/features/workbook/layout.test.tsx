import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { layoutFor, useLayout } from "../../../../packages/ui/src/features/workbook/layout.ts";

afterEach(cleanup);

describe("the arrangement of the frame", () => {
  it.each([
    [320, "phone"],
    [767, "phone"],
    [768, "tablet"],
    [1179, "tablet"],
    [1180, "narrow"],
    [1439, "narrow"],
    [1440, "wide"],
    [2560, "wide"],
  ])("at %d pixels is %s", (width, layout) => {
    expect(layoutFor(width)).toBe(layout);
  });

  it("follows the window", () => {
    setWidth(1440);
    const { result } = renderHook(() => useLayout());
    expect(result.current).toBe("wide");
    act(() => setWidth(390));
    expect(result.current).toBe("phone");
    act(() => setWidth(1024));
  });
});

function setWidth(width: number): void {
  window.innerWidth = width;
  window.dispatchEvent(new Event("resize"));
}
