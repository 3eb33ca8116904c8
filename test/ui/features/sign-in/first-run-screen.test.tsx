import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { FirstRunScreen } from "../../../../packages/ui/src/features/sign-in/first-run-screen.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { NOBODY } from "../../support/small-people.ts";

afterEach(cleanup);

it("offers the demonstration only where it may be opened", async () => {
  const session = { ...NOBODY, isFirstRun: true };
  const { unmount } = await renderScreen(<FirstRunScreen session={session} />);
  expect(screen.queryByRole("button", { name: "Открыть пример" })).toBeNull();
  expect(screen.getByRole("button", { name: "Создать администратора" })).toBeTruthy();
  unmount();
  await renderScreen(<FirstRunScreen session={{ ...session, canOpenDemonstration: true }} />);
  expect(screen.getByRole("button", { name: "Открыть пример" })).toBeTruthy();
});
