/** Renders a screen or a part of one, for somebody who is signed in or for nobody. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type RenderResult, render } from "@testing-library/react";
import type { ReactElement } from "react";
import { vi } from "vitest";

import { SessionContext, type SignedIn } from "../../../packages/ui/src/features/shell/session.ts";
import { texts } from "../../../packages/ui/src/i18n/texts.ts";
import { PlaceContext } from "../../../packages/ui/src/navigation.ts";

/** What stands around the screen. */
export type Around = {
  readonly session?: SignedIn | null;
  readonly path?: string;
};

/** A screen on view, and where it led. */
export type RenderedPart = RenderResult & {
  readonly goTo: ReturnType<typeof vi.fn>;
  readonly client: QueryClient;
};

/** Puts the screen on view in Russian. */
export async function renderScreen(
  screen: ReactElement,
  { session = null, path = "/" }: Around = {},
): Promise<RenderedPart> {
  await texts.changeLanguage("ru");
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const goTo = vi.fn();
  const result = render(
    <QueryClientProvider client={client}>
      <SessionContext value={session}>
        <PlaceContext value={{ path, goTo }}>{screen}</PlaceContext>
      </SessionContext>
    </QueryClientProvider>,
  );
  return { ...result, goTo, client };
}
