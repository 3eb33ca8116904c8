import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { NewPasswordField } from "../../../../packages/ui/src/features/sign-in/new-password-field.tsx";
import { renderScreen } from "../../support/render-screen.tsx";

afterEach(cleanup);

const nothing = (): void => undefined;

it("says what is asked before anything is refused, and tells a fault after a try", async () => {
  const field = { label: "Пароль", value: "коротко", onChange: nothing };
  const { unmount } = await renderScreen(<NewPasswordField {...field} isTried={false} />);
  expect(screen.getByText(/От 12 знаков/)).toBeTruthy();
  expect(screen.queryByText("Пароль короче 12 знаков.")).toBeNull();
  unmount();
  await renderScreen(<NewPasswordField {...field} isTried={true} />);
  expect(screen.getByText("Пароль короче 12 знаков.")).toBeTruthy();
  expect(screen.getByLabelText("Пароль").getAttribute("autocomplete")).toBe("new-password");
});
