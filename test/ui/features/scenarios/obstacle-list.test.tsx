import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import type { Obstacle } from "../../../../packages/api/src/contract.ts";
import { ObstacleList } from "../../../../packages/ui/src/features/scenarios/obstacle-list.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";

afterEach(cleanup);

describe("what stands in the way", () => {
  it("leads to where it is cured, closing what is over it", async () => {
    const onLeave = vi.fn();
    const { openSection } = await show([weak(1)], onLeave);
    fireEvent.click(screen.getByRole("button", { name: "К значениям" }));
    expect(onLeave).toHaveBeenCalled();
    expect(openSection).toHaveBeenCalledWith("weak-values");
  });

  it("leads nowhere where only another person can cure it", async () => {
    const own = { code: "own-submission", facts: {}, message: "Отправили вы." } as const;
    await show([own]);
    expect(screen.getByText("Отправили вы.")).toBeTruthy();
    expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
      "Проверить снова",
    ]);
  });

  it("is told whole: many of one kind under one number, each of them in it", async () => {
    await show([1, 2, 3, 4].map(weak));
    expect(screen.getByText(/4 значения без подтверждённого акта/)).toBeTruthy();
    const all = screen.getByText("Показать все").closest("details");
    if (all === null) throw new Error("nothing to unfold");
    expect(within(all).getAllByRole("listitem", { hidden: true })).toHaveLength(4);
  });
});

function show(obstacles: readonly Obstacle[], onLeave = vi.fn()) {
  return renderInScenario(
    <ObstacleList
      title="Нельзя"
      obstacles={obstacles}
      onLeave={onLeave}
      onCheckAgain={() => undefined}
    />,
  );
}

function weak(number: number): Obstacle {
  return { code: "value-weak", facts: { subject: `v-${number}` }, message: `Значение ${number}.` };
}
