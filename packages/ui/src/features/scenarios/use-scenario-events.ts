/** What others do in a scenario, as it happens: their revisions, and who looks at it. */
import { useQueryClient } from "@tanstack/react-query";
import type { PersonName, ScenarioEvent } from "@zhanbasy/api/contract";
import { useEffect, useState } from "react";

import { refreshScenario } from "./scenario-queries.ts";

/** Whether the page hears of changes now. */
export type EventLink = "opening" | "open" | "lost";

/** Who looks at the scenario beside this person, and whether the page hears of changes. */
export type ScenarioLife = {
  readonly link: EventLink;
  readonly others: readonly PersonName[];
};

const KINDS = ["revision", "changed", "presence"] as const satisfies ScenarioEvent["kind"][];
/** The browser gives up after some refusals; then the page asks again by itself. */
const REOPEN_MS = 5000;

/** Listens while the screen is open; after a break everything is asked anew. */
export function useScenarioEvents(scenarioId: string, personId: string): ScenarioLife {
  const client = useQueryClient();
  const [life, setLife] = useState<ScenarioLife>({ link: "opening", others: [] });
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasLost = false;
    const take = ({ data }: MessageEvent<string>): void => {
      const event = JSON.parse(data) as ScenarioEvent;
      if (event.kind === "presence") {
        const others = event.people.filter(({ id }) => id !== personId);
        setLife((now) => ({ ...now, others }));
        return;
      }
      const isMine = event.kind === "revision" && event.authorId === personId;
      if (!isMine) refreshScenario(client, scenarioId);
    };
    const open = (): void => {
      source = new EventSource(`/api/v1/scenarios/${encodeURIComponent(scenarioId)}/events`);
      for (const kind of KINDS) source.addEventListener(kind, take);
      source.onopen = () => {
        setLife((now) => ({ ...now, link: "open" }));
        if (wasLost) refreshScenario(client, scenarioId);
        wasLost = false;
      };
      source.onerror = () => {
        wasLost = true;
        setLife({ link: "lost", others: [] });
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, REOPEN_MS);
      };
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [client, scenarioId, personId]);
  return life;
}
