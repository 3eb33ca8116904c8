import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { EditDialog } from "../../../../packages/ui/src/features/scenarios/edit-dialog.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { keptAs, VALUES } from "../../support/small-scenario.ts";

const BATCHES = "POST /scenarios/s-1/batches";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("a new edit", () => {
  it("is of a chosen value, with a figure as typed and a reason", async () => {
    const { asked, onClose } = await open();
    await choose(/основной/);
    type(/Новое значение/, "530 000,50");
    type("Причина", "протокол № 3");
    fireEvent.click(screen.getByRole("button", { name: "Сохранить правку" }));
    expect(onClose).toHaveBeenCalled();
    await vi.waitFor(() =>
      expect(asked.find(({ route }) => route === BATCHES)?.body).toMatchObject({
        ...{ baseRevision: 3 },
        edits: [
          {
            override: {
              ...{ parameter: "secondary.Ez", key: { level: "basic" } },
              ...{ value: "530000.50", reason: "протокол № 3" },
            },
          },
        ],
      }),
    );
  });

  it("names the first day where the year has several values", async () => {
    const { asked } = await open();
    await choose(/Коэффициент местности/);
    type(/Новое значение/, "1,2");
    fireEvent.click(screen.getByRole("button", { name: "Сохранить правку" }));
    await vi.waitFor(() =>
      expect(asked.find(({ route }) => route === BATCHES)?.body).toMatchObject({
        edits: [{ override: { parameter: "secondary.k1", validFrom: "2026-07-01", value: "1.2" } }],
      }),
    );
  });

  it("may be the envelope of the city", async () => {
    const { asked } = await open();
    await choose(/Конверт города/);
    type(/Новое значение/, "900000000");
    fireEvent.click(screen.getByRole("button", { name: "Сохранить правку" }));
    await vi.waitFor(() =>
      expect(asked.find(({ route }) => route === BATCHES)?.body).toMatchObject({
        edits: [{ override: { envelope: "900000000" } }],
      }),
    );
  });

  it("is refused in place where it is no figure, or the one that stands already", async () => {
    await open();
    await choose(/основной/);
    const save = screen.getByRole("button", { name: "Сохранить правку" });
    type(/Новое значение/, "сто");
    expect(screen.getByText(/Это не число/)).toBeTruthy();
    type(/Новое значение/, "528 300,00");
    expect(screen.getByText("Это значение и так действует.")).toBeTruthy();
    expect(save.hasAttribute("disabled")).toBe(true);
  });

  it("of a value that is changed already begins with what was said of it", async () => {
    await open();
    await choose(/начальный/);
    expect(screen.getByDisplayValue("465488")).toBeTruthy();
    expect(screen.getByDisplayValue("подбор под конверт")).toBeTruthy();
  });

  it("is offered the reason given last", async () => {
    sessionStorage.setItem("zhanbasy.last-reason", "указ акима");
    await open();
    await choose(/основной/);
    fireEvent.click(screen.getByRole("button", { name: "Как в прошлый раз: указ акима" }));
    expect(screen.getByDisplayValue("указ акима")).toBeTruthy();
  });
});

async function open() {
  const asked = stubServer({
    "GET /scenarios/s-1/values": { body: { items: VALUES } },
    [BATCHES]: { body: keptAs(4) },
  });
  const onClose = vi.fn();
  await renderInScenario(<EditDialog target={undefined} onClose={onClose} />);
  return { asked, onClose };
}

async function choose(name: RegExp): Promise<void> {
  fireEvent.click(await screen.findByRole("option", { name }));
}

function type(label: string | RegExp, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}
