import { act, cleanup, fireEvent, renderHook, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import {
  ScenarioSections,
  sectionIn,
  useSection,
} from "../../../../packages/ui/src/features/scenarios/scenario-sections.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { FINDING, WEAK } from "../../support/small-scenario.ts";

beforeEach(() => window.history.replaceState(null, "", "/scenarios/s-1"));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the sections", () => {
  it("are opened by their tabs", async () => {
    const { openSection } = await renderInScenario(<ScenarioSections section="edits" />);
    fireEvent.click(screen.getByRole("tab", { name: /Значения без акта/ }));
    expect(openSection).toHaveBeenCalledWith("weak-values");
  });

  it("count what is still to be looked at, once they were opened", async () => {
    const waiver = { reason: "решено", author: { id: "p", name: "П" }, madeAt: "2026-11-20" };
    stubServer({
      "GET /scenarios/s-1/findings": {
        body: { items: [FINDING, { ...FINDING, id: "f-2", waiver }] },
      },
      "GET /scenarios/s-1/weak-values": { body: { items: [WEAK] } },
    });
    await renderInScenario(<ScenarioSections section="findings" />);
    expect(await screen.findByRole("tab", { name: "Проверки 1" })).toBeTruthy();
    expect(screen.getByRole("tab", { name: "Значения без акта" })).toBeTruthy();
  });
});

describe("the open section", () => {
  it("stands in the address, and follows it", () => {
    const { result } = renderHook(useSection);
    expect(result.current[0]).toBe("edits");
    act(() => result.current[1]("issue"));
    expect([result.current[0], window.location.hash]).toEqual(["issue", "#issue"]);
    window.history.replaceState(null, "", "#history");
    act(() => void window.dispatchEvent(new HashChangeEvent("hashchange")));
    expect(result.current[0]).toBe("history");
  });

  it("is the edits where the address names none of them", () => {
    expect(sectionIn("#weak-values")).toBe("weak-values");
    expect(sectionIn("#main")).toBe("edits");
  });
});
