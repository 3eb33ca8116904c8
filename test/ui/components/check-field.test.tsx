import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { CheckField } from "../../../packages/ui/src/components/check-field.tsx";

afterEach(cleanup);

it("is turned by a press", () => {
  const turned: boolean[] = [];
  render(
    <CheckField label="Доступ открыт" isChecked={true} onChange={(value) => turned.push(value)} />,
  );
  fireEvent.click(screen.getByRole("checkbox", { name: /Доступ открыт/ }));
  expect(turned).toEqual([false]);
});
