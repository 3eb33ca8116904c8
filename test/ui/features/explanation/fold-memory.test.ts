import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";

import { useFoldMemory } from "../../../../packages/ui/src/features/explanation/fold-memory.ts";

beforeEach(() => localStorage.clear());

it("what was never touched is as the place says", () => {
  const { result } = renderHook(useFoldMemory);
  expect(result.current.isOpen("a", true)).toBe(true);
  expect(result.current.isOpen("a", false)).toBe(false);
});

it("what was folded stays folded on the next visit", () => {
  const first = renderHook(useFoldMemory);
  act(() => first.result.current.setOpen("a", false));
  expect(first.result.current.isOpen("a", true)).toBe(false);
  expect(renderHook(useFoldMemory).result.current.isOpen("a", true)).toBe(false);
});

it.each(["no json", "[1]", '{"a":"yes"}', "null"])(
  "what cannot be read counts as none: %s",
  (kept) => {
    localStorage.setItem("zhanbasy.explanation.folds", kept);
    expect(renderHook(useFoldMemory).result.current.isOpen("a", true)).toBe(true);
  },
);
