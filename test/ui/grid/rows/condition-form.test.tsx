import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import { ConditionForm } from "../../../../packages/ui/src/grid/rows/condition-form.tsx";
import type { SheetCondition } from "../../../../packages/ui/src/grid/rows/filter-rows.ts";
import { sheetColumn } from "../../support/small-sheet.ts";

afterEach(cleanup);

const COLUMNS = [sheetColumn("name", { kind: "name" }), sheetColumn("total", { title: "Всего" })];

function renderForm(condition?: SheetCondition) {
  const done: SheetCondition[] = [];
  const changed = condition === undefined ? {} : { condition };
  render(<ConditionForm columns={COLUMNS} {...changed} onDone={(made) => done.push(made)} />);
  const field = screen.getByRole("textbox");
  const submit = () => fireEvent.submit(field.closest("form") ?? field);
  return { done, field, submit };
}

it("begins with the name, and keeps what was typed when it is refused", () => {
  const { done, field, submit } = renderForm();
  submit();
  expect(screen.getByText("Введите значение")).toBeTruthy();
  fireEvent.change(field, { target: { value: "лицей" } });
  submit();
  expect(done).toEqual([{ columnId: "name", operator: "contains", text: "лицей" }]);
});

it("opens a condition with its value, and tells why another one is none", () => {
  const { done, field, submit } = renderForm({
    ...{ columnId: "total", operator: "above", value: exactWhole(5n) },
  });
  expect(field.getAttribute("value")).toBe("5,00");
  fireEvent.change(field, { target: { value: "много" } });
  submit();
  expect(done).toEqual([]);
  expect(field.getAttribute("aria-invalid")).toBe("true");
  expect(field.getAttribute("value")).toBe("много");
});
