import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { useElapsed } from "../../../../packages/ui/src/features/sign-in/use-elapsed.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it("counts whole seconds", () => {
  const { result } = renderHook(() => useElapsed());
  expect(result.current).toBe(0);
  act(() => {
    vi.advanceTimersByTime(3_900);
  });
  expect(result.current).toBe(3);
});
