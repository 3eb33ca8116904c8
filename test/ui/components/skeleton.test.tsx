import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { AfterMoment, Skeleton } from "../../../packages/ui/src/components/skeleton.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("a skeleton", () => {
  it("appears only when the answer lets itself be waited for", () => {
    render(
      <AfterMoment>
        <p>скелет</p>
      </AfterMoment>,
    );
    expect(screen.queryByText("скелет")).toBeNull();
    act(() => {
      vi.advanceTimersByTime(150);
    });
    expect(screen.queryByText("скелет")).not.toBeNull();
  });

  it("is not read aloud", () => {
    const { container } = render(<Skeleton width="50%" />);
    expect(container.firstElementChild?.getAttribute("aria-hidden")).toBe("true");
  });
});
