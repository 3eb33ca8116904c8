import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { FindingsTable } from "../../../../packages/ui/src/features/scenarios/findings-table.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { AUDITOR, EDITOR, FINDING } from "../../support/small-scenario.ts";

const DECISIONS = "POST /scenarios/s-1/finding-decisions";
const WAIVED = {
  ...FINDING,
  waiver: {
    ...{ reason: "новый корпус с сентября", madeAt: "2026-11-20T00:00:00Z" },
    author: { id: EDITOR.id, name: EDITOR.name },
  },
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("a finding", () => {
  it("is looked after by who takes it over", async () => {
    const asked = stubServer({ [DECISIONS]: { body: { items: [FINDING] } } });
    const onDecided = vi.fn();
    await renderInScenario(<FindingsTable findings={[FINDING]} onDecided={onDecided} />);
    fireEvent.click(screen.getByRole("button", { name: "Взять себе: Школа № 1" }));
    await vi.waitFor(() => expect(onDecided).toHaveBeenCalled());
    expect(asked[0]?.body).toEqual({ kind: "owner", findings: ["f-1"], owner: EDITOR.id });
  });

  it("that was accepted says why and by whom, and the decision can be withdrawn", async () => {
    const asked = stubServer({ [DECISIONS]: { body: { items: [FINDING] } } });
    await renderInScenario(<FindingsTable findings={[WAIVED]} onDecided={vi.fn()} />);
    expect(screen.getByText(/новый корпус с сентября/).textContent).toContain("Айгерим Үлгі");
    fireEvent.click(screen.getByRole("button", { name: "Снять решение: Школа № 1" }));
    await vi.waitFor(() =>
      expect(asked[0]?.body).toEqual({ kind: "waiver-withdrawn", findings: ["f-1"] }),
    );
  });

  it("is only read by an auditor", async () => {
    await renderInScenario(<FindingsTable findings={[FINDING]} onDecided={vi.fn()} />, {
      person: AUDITOR,
    });
    expect(screen.getByText("предупреждение")).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });
});
