import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";

import { PasswordField } from "../../../packages/ui/src/components/password-field.tsx";
import { texts } from "../../../packages/ui/src/i18n/texts.ts";

beforeEach(() => texts.changeLanguage("ru"));
afterEach(cleanup);

it("is hidden until the person asks to see it", () => {
  render(
    <PasswordField
      label="Пароль"
      autoComplete="current-password"
      value="секрет"
      onChange={() => undefined}
    />,
  );
  const field = screen.getByLabelText("Пароль");
  expect(field.getAttribute("type")).toBe("password");
  expect(field.getAttribute("autocomplete")).toBe("current-password");
  fireEvent.click(screen.getByRole("button", { name: "Показать пароль" }));
  expect(field.getAttribute("type")).toBe("text");
});
