import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { SignInScreen } from "../../../../packages/ui/src/features/sign-in/sign-in-screen.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { NOBODY, sample } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  window.history.replaceState(null, "", "/");
});

it("says who grants the right, and offers people of the demonstration only where there are any", async () => {
  const { unmount } = await renderScreen(<SignInScreen session={NOBODY} />);
  expect(screen.getByText(/Право на вход даёт администратор/)).toBeTruthy();
  expect(screen.queryByText("Войти без пароля")).toBeNull();
  unmount();
  await renderScreen(<SignInScreen session={{ ...NOBODY, samples: [sample("editor")] }} />);
  expect(screen.getByRole("button", { name: /Аналитик управления/ })).toBeTruthy();
});

it("tells why single sign-on sent the person back", async () => {
  window.history.replaceState(null, "", "/sign-in?problem=single-sign-on-unknown");
  await renderScreen(<SignInScreen session={NOBODY} />);
  expect(screen.getByRole("alert").textContent).toContain("Попросите администратора пригласить");
});
