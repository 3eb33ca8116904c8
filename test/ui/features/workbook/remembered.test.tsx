import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { useRemembered } from "../../../../packages/ui/src/features/workbook/remembered.ts";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

describe("a remembered choice", () => {
  it("is the first until another is made, and outlives the page", () => {
    const first = renderHook(() => useRemembered("unit", ["thousand", "tenge"]));
    expect(first.result.current[0]).toBe("thousand");
    act(() => first.result.current[1]("tenge"));
    expect(first.result.current[0]).toBe("tenge");
    const second = renderHook(() => useRemembered("unit", ["thousand", "tenge"]));
    expect(second.result.current[0]).toBe("tenge");
  });

  it("that is no longer offered gives way to the first", () => {
    localStorage.setItem("zhanbasy.unit", "dollar");
    const { result } = renderHook(() => useRemembered("unit", ["thousand", "tenge"]));
    expect(result.current[0]).toBe("thousand");
  });
});
