import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { IssueSection } from "../../../../packages/ui/src/features/scenarios/issue-section.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { type StubAnswer, stubServer, wholePage } from "../../support/server-stub.ts";
import {
  APPROVER,
  EDITOR,
  OPEN_GATE,
  PUBLICATION,
  SCENARIO,
} from "../../support/small-scenario.ts";

const APPROVED = { ...SCENARIO, state: "approved" } as const;
const WEAK = { code: "value-weak", facts: { subject: "v" }, message: "Ez условное." } as const;
const ISSUE = "POST /scenarios/s-1/publications";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("issuing", () => {
  it("as preliminary is asked once more, and done", async () => {
    const asked = await show({ [ISSUE]: { body: PUBLICATION } });
    fireEvent.click(await screen.findByRole("button", { name: "Выпустить предварительно" }));
    const dialog = screen.getByRole("dialog", { name: "Предварительный выпуск" });
    expect(dialog.textContent).toContain("«Вариант А», редакция 3");
    fireEvent.click(within(dialog).getByRole("button", { name: "Выпустить предварительно" }));
    await vi.waitFor(() =>
      expect(asked.find(({ route }) => route === ISSUE)?.body).toEqual({ kind: "preliminary" }),
    );
  });

  it("as official is refused with every reason and the way to its cure", async () => {
    await show({}, { official: [WEAK] });
    const card = await screen.findByRole("region", { name: "официальный" });
    expect(card.textContent).toContain("Выпустить официально нельзя, причина одна");
    expect(within(card).getByText(/Ez условное/)).toBeTruthy();
    expect(within(card).getByRole("button", { name: "К значениям" })).toBeTruthy();
    expect(within(card).queryByRole("button", { name: "Выпустить официально" })).toBeNull();
  });

  it("that the server refuses at the last moment tells its reasons", async () => {
    const problem = { status: 422, code: "gate", obstacles: [WEAK] };
    await show({ [ISSUE]: { problem } });
    fireEvent.click(await screen.findByRole("button", { name: "Выпустить официально" }));
    const dialog = screen.getByRole("dialog");
    fireEvent.click(within(dialog).getByRole("button", { name: "Выпустить официально" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Ez условное.");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("is an approver's, which others are told", async () => {
    await show({}, {}, EDITOR);
    expect(await screen.findAllByText("Выпускает утверждающий управления.")).toHaveLength(2);
    expect(screen.queryByRole("button", { name: /^Выпустить/ })).toBeNull();
  });

  it("of a scenario that was issued as preliminary may be followed by the official one", async () => {
    await show({}, {}, APPROVER, { ...SCENARIO, state: "issued" });
    expect(await screen.findByRole("link", { name: "№ 1, 2026" })).toBeTruthy();
    expect(screen.getByRole("region", { name: "официальный" })).toBeTruthy();
    expect(screen.queryByRole("region", { name: "предварительный" })).toBeNull();
  });

  it("of a scenario that was issued officially is over", async () => {
    const official = wholePage([{ ...PUBLICATION, kind: "official" }]);
    const answers = { "GET /publications": official };
    await show(answers, {}, APPROVER, { ...SCENARIO, state: "issued" });
    expect(await screen.findByRole("link", { name: "№ 1, 2026" })).toBeTruthy();
    expect(screen.queryByRole("region", { name: "официальный" })).toBeNull();
  });
});

async function show(
  answers: Readonly<Record<string, StubAnswer>>,
  gate: Partial<typeof OPEN_GATE> = {},
  person = APPROVER,
  scenario: typeof SCENARIO = APPROVED,
) {
  const asked = stubServer({
    "GET /scenarios/s-1/gate": { body: { ...OPEN_GATE, ...gate } },
    "GET /publications": wholePage(scenario.state === "issued" ? [PUBLICATION] : []),
    ...answers,
  });
  await renderInScenario(<IssueSection />, { person, scenario });
  return asked;
}
