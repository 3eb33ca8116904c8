/** Renders a screen for somebody who is signed in, or a part of a scenario's screen. */
import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { type RenderResult, render } from "@testing-library/react";
import { type ReactElement, useSyncExternalStore } from "react";
import { vi } from "vitest";

import type { Person, SessionState } from "../../../packages/api/src/contract.ts";
import {
  ScenarioContext,
  type ScenarioOnView,
} from "../../../packages/ui/src/features/scenarios/scenario-context.ts";
import { queueOf } from "../../../packages/ui/src/features/scenarios/use-edit-queue.ts";
import { SessionContext } from "../../../packages/ui/src/features/shell/session.ts";
import { texts } from "../../../packages/ui/src/i18n/texts.ts";
import { PlaceContext } from "../../../packages/ui/src/navigation.ts";
import { EDITOR, SCENARIO, WORDS } from "./small-scenario.ts";

/** A screen on view, and where it led. */
export type RenderedScreen = RenderResult & {
  readonly client: QueryClient;
  readonly goTo: ReturnType<typeof vi.fn>;
};

/** Puts a screen before a person. */
export async function renderFor(screen: ReactElement, person: Person): Promise<RenderedScreen> {
  await texts.changeLanguage("ru");
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const goTo = vi.fn();
  const session: SessionState & { readonly person: Person } = {
    ...{ person, isFirstRun: false, canOpenDemonstration: false, samples: null },
    ...{ singleSignOn: null, hasMail: false, idleMinutes: 30 },
  };
  const result = render(
    <QueryClientProvider client={client}>
      <SessionContext value={session}>
        <PlaceContext value={{ path: "/scenarios", goTo }}>{screen}</PlaceContext>
      </SessionContext>
    </QueryClientProvider>,
  );
  return { ...result, client, goTo };
}

/** What a part of a scenario's screen is given; what is left out is the small scenario's own. */
export type GivenScenario = Partial<Omit<ScenarioOnView, "queue" | "queueView">>;

/** Puts a part into the screen of a scenario, with a queue that really sends. */
export async function renderInScenario(
  part: ReactElement,
  given: GivenScenario = {},
): Promise<RenderedScreen & { readonly openSection: ReturnType<typeof vi.fn> }> {
  const openSection = vi.fn();
  const whole = {
    ...{ scenario: SCENARIO, person: EDITOR, readOnly: undefined, openSection },
    words: { names: WORDS, language: "ru", units: new Map([["secondary.Ez", "KZT/pupil/year"]]) },
    ...given,
  } as const;
  const screen = await renderFor(<OnView given={whole} part={part} />, whole.person);
  return { ...screen, openSection };
}

function OnView({
  given,
  part,
}: {
  readonly given: Omit<ScenarioOnView, "queue" | "queueView">;
  readonly part: ReactElement;
}): ReactElement {
  const queue = queueOf(useQueryClient(), given.person.id, given.scenario.id);
  const queueView = useSyncExternalStore(queue.subscribe, queue.view);
  return <ScenarioContext value={{ ...given, queue, queueView }}>{part}</ScenarioContext>;
}
