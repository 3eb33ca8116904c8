import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type {
  EditBatch,
  EditRefusal,
} from "../../../../packages/ui/src/grid/editing/edit-batch.ts";
import { visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { findCells } from "../../../../packages/ui/src/grid/search/find-cells.ts";
import { ReplaceRow } from "../../../../packages/ui/src/grid/search/replace-row.tsx";
import { needlesOf } from "../../../../packages/ui/src/grid/search/search-text.ts";
import { runSteps } from "../../support/run-steps.ts";
import { smallHandle } from "../../support/small-handle.ts";
import { sheetColumn, sheetProps, TREE } from "../../support/small-sheet.ts";

afterEach(cleanup);

const TOTAL = sheetColumn("total", {
  input: { kind: "number", places: 2, isPercent: false, least: null, most: null },
});

function renderRow(refusals: readonly EditRefusal[]) {
  const batches: EditBatch[] = [];
  const rows = visibleRows(TREE, () => true);
  const empty = () => ({ kind: "empty" as const });
  const apply = (batch: EditBatch) => {
    batches.push(batch);
    return refusals;
  };
  const props = sheetProps(rows, {
    columns: [TOTAL],
    editing: { sheetId: "norms", lock: null, apply, undo: empty, redo: empty },
  });
  const kept = smallHandle(props);
  const sheet = { rows: rows.map(({ row }) => row), columns: [TOTAL], language: "ru" as const };
  const needles = needlesOf("9", false, "ru");
  const search = { sheet, needles, found: runSteps(findCells(sheet, needles)), isCounted: true };
  render(<ReplaceRow handle={kept.handle} search={search} text="9" />);
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "12" } });
  fireEvent.click(screen.getByRole("button", { name: "Просмотреть замены" }));
  fireEvent.click(screen.getByRole("button", { name: "Заменить 1 ячейку" }));
  return { ...kept, batches };
}

const CELL = { rowId: "s1", columnId: "total" };

it("replaces what is ticked as one batch, and says so", () => {
  const { batches, said, refused } = renderRow([]);
  const after = { numerator: 12n, denominator: 1n };
  expect(batches).toEqual([
    { sheetId: "norms", kind: "replace", edits: [{ cell: CELL, before: null, after }] },
  ]);
  expect(said).toEqual(["Заменена 1 ячейка"]);
  expect(refused).toEqual([]);
});

it("marks what the owner refuses", () => {
  const refusal = { cell: CELL, reason: "закрыто" };
  expect(renderRow([refusal]).refused).toEqual([refusal]);
});
