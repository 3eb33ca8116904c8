import { act, cleanup, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { useScenario } from "../../../../packages/ui/src/features/scenarios/scenario-queries.ts";
import { useScenarioEvents } from "../../../../packages/ui/src/features/scenarios/use-scenario-events.ts";
import { type OpenedStream, stubEventSource } from "../../support/event-source.ts";
import { renderFor } from "../../support/render-scenario.tsx";
import { type AskedRequest, stubServer } from "../../support/server-stub.ts";
import { EDITOR, OTHER_EDITOR, SCENARIO } from "../../support/small-scenario.ts";

let streams: readonly OpenedStream[];
let asked: readonly AskedRequest[];

beforeEach(() => {
  streams = stubEventSource();
  asked = stubServer({ "GET /scenarios/s-1": { body: SCENARIO } });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a scenario that somebody looks at", () => {
  it("is asked anew when somebody else has changed it, not when they themselves have", async () => {
    await renderFor(<Watcher />, EDITOR);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    tell("revision", { kind: "revision", scenarioId: "s-1", revision: 4, authorId: EDITOR.id });
    await act(() => Promise.resolve());
    expect(asked).toHaveLength(1);
    tell("revision", { kind: "revision", scenarioId: "s-1", revision: 5, authorId: "p-2" });
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    tell("changed", { kind: "changed", scenarioId: "s-1" });
    await vi.waitFor(() => expect(asked).toHaveLength(3));
  });

  it("names the others who look at it", async () => {
    await renderFor(<Watcher />, EDITOR);
    const people = [EDITOR, OTHER_EDITOR].map(({ id, name }) => ({ id, name }));
    tell("presence", { kind: "presence", scenarioId: "s-1", people });
    expect(screen.getByText("Данияр Үлгі")).toBeTruthy();
    expect(screen.queryByText("Айгерим Үлгі")).toBeNull();
  });

  it("is asked anew after a break, and heard of again when the browser has given up", async () => {
    await renderFor(<Watcher />, EDITOR);
    await screen.findByText("Вариант А");
    vi.useFakeTimers();
    act(() => streams[0]?.breaks(true));
    expect(screen.getByText("lost")).toBeTruthy();
    act(() => void vi.advanceTimersByTime(5000));
    vi.useRealTimers();
    act(() => streams[1]?.opens());
    expect(screen.getByText("open")).toBeTruthy();
    await vi.waitFor(() => expect(asked).toHaveLength(2));
  });

  it("is not listened to any more when the screen is left", async () => {
    const { unmount } = await renderFor(<Watcher />, EDITOR);
    expect(streams[0]?.address).toBe("/api/v1/scenarios/s-1/events");
    unmount();
    expect(streams[0]?.isClosed()).toBe(true);
  });
});

function Watcher(): ReactElement {
  const scenario = useScenario("s-1");
  const { link, others } = useScenarioEvents("s-1", EDITOR.id);
  return (
    <p>
      <span>{link}</span>
      <span>{scenario.data?.name}</span>
      {others.map(({ id, name }) => (
        <span key={id}>{name}</span>
      ))}
    </p>
  );
}

function tell(kind: string, data: unknown): void {
  act(() => streams[0]?.tell(kind, data));
}
