import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import {
  GoHome,
  UnknownScreen,
} from "../../../../packages/ui/src/features/shell/plain-screens.tsx";
import { renderScreen } from "../../support/render-screen.tsx";

afterEach(cleanup);

it("an address at which nothing stands has a way home", async () => {
  await renderScreen(<UnknownScreen />);
  expect(screen.getByRole("heading", { name: "Такой страницы нет" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "На главную" }).getAttribute("href")).toBe("/");
});

it("whoever is signed in already is led home from the sign-in", async () => {
  const { goTo } = await renderScreen(<GoHome />);
  expect(goTo).toHaveBeenCalledExactlyOnceWith("/");
});
