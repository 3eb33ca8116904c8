import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { ScenarioScreen } from "../../../../packages/ui/src/features/scenarios/scenario-screen.tsx";
import { type OpenedStream, stubEventSource } from "../../support/event-source.ts";
import { renderFor } from "../../support/render-scenario.tsx";
import { type StubAnswer, stubServer, wholePage } from "../../support/server-stub.ts";
import {
  CONFLICT,
  EDITOR,
  keptAs,
  OPEN_GATE,
  OTHER_EDITOR,
  REVISIONS,
  SCENARIO,
  VALUES,
  WORDS,
} from "../../support/small-scenario.ts";

const ANSWERS: Readonly<Record<string, StubAnswer>> = {
  "GET /scenarios/s-1": { body: SCENARIO },
  [`GET /methodologies/${SCENARIO.methodologyHash}`]: { body: { names: WORDS } },
  "GET /scenarios/s-1/values": { body: { items: VALUES } },
  "GET /scenarios/s-1/gate": { body: OPEN_GATE },
  "GET /scenarios/s-1/revisions": wholePage(REVISIONS),
};

let streams: readonly OpenedStream[];

beforeEach(() => {
  localStorage.clear();
  streams = stubEventSource();
});
afterEach(() => {
  cleanup();
  window.history.replaceState(null, "", "/");
  vi.unstubAllGlobals();
});

describe("the screen of a scenario", () => {
  it("has its name, its state, its money and its edits", async () => {
    stubServer(ANSWERS);
    await renderFor(<ScenarioScreen scenarioId="s-1" />, EDITOR);
    expect(await screen.findByRole("heading", { name: "Вариант А" })).toBeTruthy();
    expect(screen.getByRole("region", { name: "Конверт и распределение" })).toBeTruthy();
    expect(screen.getByRole("tab", { name: /Правки/ }).getAttribute("aria-selected")).toBe("true");
    expect(await screen.findByText(/^465.488,00$/)).toBeTruthy();
    expect(document.title).toBe("Вариант А · Zhanbasy");
  });

  it("opens the section that its address names", async () => {
    window.history.replaceState(null, "", "/scenarios/s-1#history");
    stubServer(ANSWERS);
    await renderFor(<ScenarioScreen scenarioId="s-1" />, EDITOR);
    expect(await screen.findByText("Сценарий создан")).toBeTruthy();
  });

  it("shows a conflict with theirs and mine, and sends mine on top when it is kept", async () => {
    const problem = { status: 409, code: "edit-conflict", conflicts: [CONFLICT] };
    const answers: StubAnswer[] = [{ problem }, { body: keptAs(5) }];
    const asked = stubServer({
      ...ANSWERS,
      "POST /scenarios/s-1/batches": () => answers.shift() ?? "nobody",
    });
    await renderFor(<ScenarioScreen scenarioId="s-1" />, EDITOR);
    fireEvent.click(await screen.findByRole("button", { name: /^Изменить: Образовательный/ }));
    const field = screen.getByLabelText(/Новое значение/);
    fireEvent.change(field, { target: { value: "303 968,00" } });
    fireEvent.click(screen.getByRole("button", { name: "Сохранить правку" }));
    const card = (await screen.findByText(/значение изменено, Данияр Үлгі/)).closest("[role]");
    expect(card?.textContent).toContain("было296\u202F400,00");
    expect(card?.textContent).toContain("Данияр Үлгі301\u202F000,00");
    expect(card?.textContent).toContain("у вас303\u202F968,00");
    expect(screen.getByText("Не сохранено, 1 правка")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Оставить моё" }));
    expect(await screen.findByText(/^Сохранено в/)).toBeTruthy();
    const bodies = asked.filter(({ route }) => route.endsWith("/batches")).map(({ body }) => body);
    expect(bodies).toMatchObject([{ baseRevision: 3 }, { baseRevision: 4 }]);
  });

  it("keeps what was typed while nobody answers, and says so", async () => {
    stubServer(ANSWERS);
    await renderFor(<ScenarioScreen scenarioId="s-1" />, EDITOR);
    fireEvent.click(await screen.findByRole("button", { name: /^Убрать правку/ }));
    expect(await screen.findByText(/^Нет связи с/)).toBeTruthy();
    expect(screen.getByText("Не сохранено, 1 правка")).toBeTruthy();
    expect(Object.keys(localStorage).filter((key) => key.includes("unsent"))).toHaveLength(1);
  });

  it("shows who else looks at it, and that changes are not heard of", async () => {
    stubServer(ANSWERS);
    await renderFor(<ScenarioScreen scenarioId="s-1" />, EDITOR);
    await screen.findByRole("heading", { name: "Вариант А" });
    const people = [{ id: OTHER_EDITOR.id, name: OTHER_EDITOR.name }];
    act(() => streams[0]?.tell("presence", { kind: "presence", scenarioId: "s-1", people }));
    expect(screen.getByRole("list", { name: "Сейчас смотрят" }).textContent).toContain("ДҮ");
    act(() => streams[0]?.breaks(false));
    expect(screen.queryByRole("list", { name: "Сейчас смотрят" })).toBeNull();
    expect(screen.getByText(/Чужие правки пока не видны/)).toBeTruthy();
  });

  it("that is not there says why, and leads back", async () => {
    stubServer({ "GET /scenarios/s-1": { problem: { status: 404, code: "not-found" } } });
    await renderFor(<ScenarioScreen scenarioId="s-1" />, EDITOR);
    expect((await screen.findByRole("alert")).textContent).toContain("Отказ");
    const link = screen.getByRole("link", { name: "К списку сценариев" });
    expect(link.getAttribute("href")).toBe("/scenarios");
  });
});
