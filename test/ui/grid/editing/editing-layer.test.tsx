import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { openEditor } from "../../../../packages/ui/src/grid/editing/edit-actions.ts";
import { EditingLayer } from "../../../../packages/ui/src/grid/editing/editing-layer.tsx";
import { smallEditing } from "../../support/small-editing.ts";

afterEach(cleanup);

it("nothing is drawn until something is opened, said or about to be filled", () => {
  const { context } = smallEditing();
  const { container } = render(<EditingLayer context={context} />);
  expect(container.innerHTML).toBe("");
  act(() => openEditor(context, "replace", "5"));
  expect(screen.getByRole("textbox", { name: "n1, whole norm" })).toBe(document.activeElement);
  act(() => context.store.set({ editor: null, outline: { top: 1, left: 1, bottom: 2, right: 1 } }));
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(container.querySelectorAll(".fill-outline")).toHaveLength(1);
  const cell = { rowId: "n1", columnId: "norm" };
  act(() => context.store.set({ outline: null, notice: { cell, text: "Закрыта" } }));
  expect(screen.getByRole("alert").textContent).toBe("Закрыта");
  expect(container.querySelectorAll(".fill-outline")).toHaveLength(0);
});

it("an editor whose cell is not on view keeps its text and the focus, unseen", () => {
  const { context } = smallEditing();
  const { container } = render(<EditingLayer context={context} />);
  act(() => openEditor(context, "replace", "5"));
  const editor = container.querySelector<HTMLElement>(".cell-editor");
  expect(editor?.dataset["away"]).toBe("true");
  expect(editor?.querySelector("input")?.value).toBe("5");
  expect(editor?.contains(document.activeElement)).toBe(true);
});
