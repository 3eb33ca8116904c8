import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { LockedNotice } from "../../../../packages/ui/src/features/sign-in/locked-notice.tsx";
import { renderScreen } from "../../support/render-screen.tsx";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it("counts down before the eyes, is read out once, and tells when it is over", async () => {
  vi.useFakeTimers();
  const onOver = vi.fn();
  await renderScreen(<LockedNotice seconds={28} onOver={onOver} />);
  const said = screen.getByRole("alert").textContent;
  expect(screen.getByRole("timer").textContent).toBe("Следующая попытка через 0:28.");
  act(() => {
    vi.advanceTimersByTime(3_000);
  });
  expect(screen.getByRole("timer").textContent).toBe("Следующая попытка через 0:25.");
  expect(screen.getByRole("alert").textContent).toBe(said);
  act(() => {
    vi.advanceTimersByTime(30_000);
  });
  expect(onOver).toHaveBeenCalled();
});
