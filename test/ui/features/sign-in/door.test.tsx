import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { Door } from "../../../../packages/ui/src/features/sign-in/door.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { renderScreen } from "../../support/render-screen.tsx";

afterEach(cleanup);

it("speaks the chosen language before anybody is signed in", async () => {
  await renderScreen(<Door title="Вход">Здесь входят</Door>);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Вход");
  fireEvent.click(screen.getByRole("radio", { name: "English" }));
  expect(await screen.findByText("Parts add up to the total, to the tiyn")).toBeTruthy();
  await texts.changeLanguage("ru");
});
