import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { useLastReason } from "../../../../packages/ui/src/features/scenarios/last-reason.ts";

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

it("the reason given last is offered for the next edit; no reason is none to offer", () => {
  const first = renderHook(useLastReason);
  expect(first.result.current[0]).toBe("");
  act(() => first.result.current[1]("указ акима"));
  act(() => first.result.current[1](""));
  expect(renderHook(useLastReason).result.current[0]).toBe("указ акима");
});
