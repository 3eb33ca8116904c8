import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { HistorySection } from "../../../../packages/ui/src/features/scenarios/history-section.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer, wholePage } from "../../support/server-stub.ts";
import {
  APPROVER,
  CONFLICT,
  keptAs,
  OTHER_EDITOR,
  REVISIONS,
} from "../../support/small-scenario.ts";

const LIST = { "GET /scenarios/s-1/revisions": wholePage(REVISIONS) };
const UNDO = "POST /scenarios/s-1/undo";

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the history of a scenario", () => {
  it("has every revision, the newest first, with what it changed and what came of it", async () => {
    stubServer(LIST);
    await renderInScenario(<HistorySection />);
    expect(await screen.findByText("Сценарий создан")).toBeTruthy();
    const [newest] = screen.getAllByRole("listitem");
    expect(newest?.textContent).toContain("№ 3Данияр Үлгі");
    expect(newest?.textContent).toContain("без правки → 465\u202F488,00подбор под конверт");
    expect(newest?.textContent).toContain("+136\u202F135,46");
  });

  it("marks what was taken back, and by what", async () => {
    const [third, second, first] = REVISIONS;
    const undone = { ...third, kind: "undone", undoes: 2 };
    const revisions = [undone, { ...second, undoneBy: 3 }, first];
    stubServer({ "GET /scenarios/s-1/revisions": wholePage(revisions) });
    await renderInScenario(<HistorySection />);
    expect(await screen.findByText("отменяет № 2")).toBeTruthy();
    expect(screen.getByText("отменена в № 3")).toBeTruthy();
    const undo = screen.getByRole("button", { name: "Отменить мою последнюю" });
    expect(undo.hasAttribute("disabled")).toBe(true);
  });

  it("lets a person take back their own last edit", async () => {
    const asked = stubServer({ ...LIST, [UNDO]: { body: keptAs(4) } });
    await renderInScenario(<HistorySection />);
    fireEvent.click(await screen.findByRole("button", { name: "Отменить мою последнюю" }));
    await vi.waitFor(() =>
      expect(asked.find(({ route }) => route === UNDO)?.body).toMatchObject({ baseRevision: 3 }),
    );
  });

  it("says who came in between where that cannot be", async () => {
    const problem = { status: 409, code: "edit-conflict", conflicts: [CONFLICT] };
    stubServer({ ...LIST, [UNDO]: { problem } });
    await renderInScenario(<HistorySection />, { person: OTHER_EDITOR });
    fireEvent.click(await screen.findByRole("button", { name: "Отменить мою последнюю" }));
    expect(await screen.findByText(/поэтому отмена не сделана/)).toBeTruthy();
    expect(screen.getByText(/значение изменено, Данияр Үлгі/)).toBeTruthy();
  });

  it("is only read by who does not edit", async () => {
    stubServer(LIST);
    await renderInScenario(<HistorySection />, { person: APPROVER, readOnly: "role" });
    await screen.findByText("Сценарий создан");
    expect(screen.queryByRole("button")).toBeNull();
  });
});
