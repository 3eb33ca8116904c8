import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import type { Finding } from "../../../../packages/api/src/contract.ts";
import { FindingsSection } from "../../../../packages/ui/src/features/scenarios/findings-section.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { FINDING } from "../../support/small-scenario.ts";

const LOST: Finding = {
  ...FINDING,
  ...{ id: "f-2", code: "successor-missing", severity: "blocking", nameRu: "Сад № 2" },
  facts: { closed: "2026-08-31", amount: "100.00" },
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("what the checks have found", () => {
  it("begins with what blocks; the other kinds are a choice away", async () => {
    await show([FINDING, LOST]);
    expect(await screen.findByText("блокирует")).toBeTruthy();
    expect(screen.queryByText("Школа № 1")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: /Вид/ }));
    fireEvent.click(screen.getByRole("option", { name: "Сверх проектной мощности: 1" }));
    expect(screen.getByText("Школа № 1")).toBeTruthy();
    expect(screen.getByText(/900/)).toBeTruthy();
  });

  it("is accepted for many at once", async () => {
    const asked = await show([LOST, { ...LOST, id: "f-3" }], { body: { items: [] } });
    fireEvent.click(await screen.findByRole("button", { name: "Принять все: 2" }));
    fireEvent.change(screen.getByLabelText("Причина"), { target: { value: "ликвидация" } });
    const [verb] = screen.getAllByRole("button", { name: "Принять с причиной" });
    if (verb !== undefined) fireEvent.click(verb);
    await vi.waitFor(() =>
      expect(asked.find(({ route }) => route.startsWith("POST"))?.body).toEqual({
        ...{ kind: "waiver", findings: ["f-2", "f-3"], reason: "ликвидация" },
      }),
    );
  });

  it("is shown in parts, and searched", async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...FINDING,
      ...{ id: `f-${index}`, organisationId: `${1000 + index}` },
    }));
    await show(many);
    fireEvent.click(await screen.findByRole("button", { name: /показано 50 из 60/ }));
    expect(screen.getAllByRole("row")).toHaveLength(61);
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "1059" } });
    expect(screen.getAllByRole("row")).toHaveLength(2);
  });

  it("may be nothing", async () => {
    await show([]);
    expect(await screen.findByText("Проверки реестра ничего не нашли.")).toBeTruthy();
  });
});

async function show(items: readonly Finding[], decided: { body: unknown } | "nobody" = "nobody") {
  const asked = stubServer({
    "GET /scenarios/s-1/findings": { body: { items } },
    "POST /scenarios/s-1/finding-decisions": decided,
  });
  await renderInScenario(<FindingsSection />);
  return asked;
}
