import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { useCountdown } from "../../../../packages/ui/src/features/sign-in/use-countdown.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it("runs out, and stays at nothing", () => {
  const { result } = renderHook(() => useCountdown(30));
  expect(result.current).toBe(30_000);
  act(() => {
    vi.advanceTimersByTime(12_000);
  });
  expect(result.current).toBe(18_000);
  act(() => {
    vi.advanceTimersByTime(60_000);
  });
  expect(result.current).toBe(0);
});

it("counts the time for which the page slept", () => {
  const { result } = renderHook(() => useCountdown(30));
  vi.setSystemTime(Date.now() + 29_000);
  act(() => {
    vi.advanceTimersByTime(250);
  });
  expect(result.current).toBe(750);
});
