import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { ConfirmGroundDialog } from "../../../../packages/ui/src/features/scenarios/confirm-ground-dialog.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { APPROVER, GROUND, WEAK } from "../../support/small-scenario.ts";

const VALUE = { ...WEAK, ground: GROUND };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("a second person sees the value beside its act, and confirms it", async () => {
  const asked = stubServer({ "POST /grounds/g-1/confirmation": { body: GROUND } });
  const onClose = vi.fn();
  await renderInScenario(<ConfirmGroundDialog value={VALUE} onClose={onClose} />, {
    person: APPROVER,
  });
  const facts = screen.getAllByRole("definition").map(({ textContent }) => textContent);
  expect(facts).toContain("Решение № 5");
  expect(facts.join(" ")).toContain("462\u202F600,00");
  fireEvent.click(screen.getByRole("button", { name: "Подтвердить" }));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked).toHaveLength(1);
});

it("says why it was not taken", async () => {
  const problem = { status: 409, code: "second-person", title: "Нужен второй человек" };
  stubServer({ "POST /grounds/g-1/confirmation": { problem } });
  await renderInScenario(<ConfirmGroundDialog value={VALUE} onClose={vi.fn()} />);
  fireEvent.click(screen.getByRole("button", { name: "Подтвердить" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Нужен второй человек");
});
