/**
 * Changes of scenarios as they are kept, from whichever process: one connection of its own listens
 * while anybody watches. What happens while it is broken is made good by telling everybody who
 * watches that their scenario has changed.
 */
import { setTimeout as pause } from "node:timers/promises";
import { Client, type ClientConfig } from "pg";
import type { ScenarioChangeEvent, ScenarioFeed } from "../usecases/scenario-ports.ts";

/** The channel on which transactions tell what they kept. */
export const SCENARIO_CHANNEL = "zhanbasy_scenarios";

const RETRY_MS = 1_000;

type Listener = (event: ScenarioChangeEvent) => void;

/** A feed over a database; without anybody who watches it holds no connection. */
export function createScenarioFeed(options: ClientConfig): ScenarioFeed {
  const listeners = new Map<string, Set<Listener>>();
  let listening: Listening | undefined;

  const tell = (event: ScenarioChangeEvent): void => {
    for (const listener of [...(listeners.get(event.scenarioId) ?? [])]) listener(event);
  };
  const tellAll = (): void => {
    for (const scenarioId of [...listeners.keys()]) tell({ kind: "changed", scenarioId });
  };
  const leave = (scenarioId: string, listener: Listener): void => {
    const own = listeners.get(scenarioId);
    own?.delete(listener);
    if (own?.size === 0) listeners.delete(scenarioId);
    if (listeners.size > 0) return;
    listening?.stop();
    listening = undefined;
  };
  return {
    watch: async (scenarioId, listener) => {
      const own = listeners.get(scenarioId) ?? new Set();
      listeners.set(scenarioId, own.add(listener));
      listening ??= listen(options, { tell, tellAll });
      await listening.tried;
      return () => leave(scenarioId, listener);
    },
  };
}

type Listening = {
  /** Ends when the connection was made, or could not be made the first time. */
  readonly tried: Promise<void>;
  readonly stop: () => void;
};

type Tellers = {
  readonly tell: (event: ScenarioChangeEvent) => void;
  readonly tellAll: () => void;
};

function listen(options: ClientConfig, { tell, tellAll }: Tellers): Listening {
  const ending = new AbortController();
  const tried = new Promise<void>((resolve) => {
    const keepOn = async (): Promise<void> => {
      for (let attempt = 0; !ending.signal.aborted; attempt += 1) {
        await listenOnce(options, ending.signal, {
          onMessage: (text) => {
            const event = eventOf(text);
            if (event !== undefined) tell(event);
          },
          onReady: () => {
            if (attempt > 0) tellAll();
            resolve();
          },
        });
        resolve();
        if (!ending.signal.aborted) await pause(RETRY_MS, undefined, { ref: false });
      }
    };
    void keepOn();
  });
  return { tried, stop: () => ending.abort() };
}

/** Nothing of what is no event: whoever may connect to the database may speak on the channel. */
function eventOf(text: string): ScenarioChangeEvent | undefined {
  try {
    const told = JSON.parse(text) as ScenarioChangeEvent | null;
    return told?.kind === "revision" || told?.kind === "changed" ? told : undefined;
  } catch {
    return undefined;
  }
}

/** Until the connection breaks, cannot be made, or is not wanted any more. */
function listenOnce(
  options: ClientConfig,
  ending: AbortSignal,
  told: { readonly onMessage: (text: string) => void; readonly onReady: () => void },
): Promise<void> {
  return new Promise((resolve) => {
    const client = new Client(options);
    const finish = (): void => {
      ending.removeEventListener("abort", finish);
      // A connection that is broken already cannot be closed either.
      client.end().then(resolve, () => resolve());
    };
    client.once("end", finish);
    client.on("error", finish);
    client.on("notification", ({ payload }) => told.onMessage(payload ?? ""));
    ending.addEventListener("abort", finish);
    client
      .connect()
      .then(() => client.query(`LISTEN ${SCENARIO_CHANNEL}`))
      .then(told.onReady, finish);
  });
}
