import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { FindField } from "../../../../packages/ui/src/grid/search/find-field.tsx";

afterEach(cleanup);

it("takes the focus when asked, and Enter goes on or back", () => {
  const told: string[] = [];
  render(
    <FindField
      label="Найти"
      hint="Имя"
      value="488"
      asked={1}
      onChange={(text) => told.push(text)}
      onEnter={(direction) => told.push(direction)}
    />,
  );
  const field = screen.getByRole("textbox", { name: "Найти" });
  expect(document.activeElement).toBe(field);
  fireEvent.keyDown(field, { key: "Enter" });
  fireEvent.keyDown(field, { key: "Enter", shiftKey: true });
  fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
  fireEvent.change(field, { target: { value: "489" } });
  expect(told).toEqual(["next", "previous", "489"]);
});
