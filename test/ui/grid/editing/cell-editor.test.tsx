import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { openEditor } from "../../../../packages/ui/src/grid/editing/edit-actions.ts";
import { EditingLayer } from "../../../../packages/ui/src/grid/editing/editing-layer.tsx";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import { type GivenEditing, smallEditing } from "../../support/small-editing.ts";

afterEach(cleanup);

function openField(text: string, given: GivenEditing = {}) {
  const kept = smallEditing(given);
  render(<EditingLayer context={kept.context} />);
  act(() => openEditor(kept.context, "replace", text));
  return { ...kept, field: screen.getByRole<HTMLInputElement>("textbox") };
}

/** With plain spaces. */
function plain(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.replaceAll(/[\u00A0\u202F]/g, " "));
}

it("what arithmetic gives is described at once and said when the hand rests, once", async () => {
  const { field, said } = openField("*");
  fireEvent.change(field, { target: { value: "*2" } });
  fireEvent.change(field, { target: { value: "*20" } });
  const described = document.getElementById(field.getAttribute("aria-describedby") ?? "");
  expect(plain([described?.textContent ?? ""])).toEqual(["305 000,50 × 20 = 6 100 010,00"]);
  expect(said).toEqual([]);
  await waitFor(() => expect(said).not.toEqual([]), { timeout: 5000 });
  expect(plain(said)).toEqual(["305 000,50 × 20 = 6 100 010,00"]);
});

it("a figure that is typed as it stands has no description", () => {
  const { field } = openField("305000");
  expect(field.hasAttribute("aria-describedby")).toBe(false);
});

it("a press into the text makes arrows go through it", () => {
  const { context, field } = openField("12");
  fireEvent.mouseDown(field);
  fireEvent.keyDown(field, { code: "ArrowLeft", key: "ArrowLeft" });
  expect(context.store.get().editor).toMatchObject({ mode: "edit", text: "12" });
});

it("keys of a letter that is being put together are the browser's", () => {
  const { batches, field } = openField("");
  fireEvent.keyDown(field, { code: "Enter", key: "Enter", isComposing: true });
  expect(screen.getByRole("textbox")).toBe(field);
  fireEvent.change(field, { target: { value: "5" } });
  fireEvent.keyDown(field, { code: "Enter", key: "Enter" });
  expect(batches[0]?.edits[0]?.after).toEqual(exactWhole(500n));
});

it("the decimal key of the number pad and today's date come at the caret", () => {
  const { field } = openField("12");
  field.setSelectionRange(1, 1);
  fireEvent.keyDown(field, { code: "NumpadDecimal", key: "." });
  expect(field.value).toBe("1,2");
  cleanup();
  const day = openField("с ", { active: { rowId: "n2", columnId: "code" } });
  fireEvent.keyDown(day.field, { code: "Semicolon", key: "ж", ctrlKey: true });
  expect(day.field.value).toMatch(/^с \d{2}[.]\d{2}[.]\d{4}$/);
});

it("who goes away leaves the text entered; a refused one calls them back", () => {
  const { batches, field } = openField("5");
  act(() => field.blur());
  expect(batches).toHaveLength(1);
  cleanup();
  const refused = openField("много");
  act(() => refused.field.blur());
  expect(document.activeElement).toBe(refused.field);
  expect(refused.field.value).toBe("много");
  expect(refused.batches).toEqual([]);
});
