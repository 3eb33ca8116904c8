import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import type {
  EditBatch,
  EditRefusal,
} from "../../../../packages/ui/src/grid/editing/edit-batch.ts";
import { createEditHistory } from "../../../../packages/ui/src/grid/history/edit-history.ts";
import { HistoryButtons } from "../../../../packages/ui/src/grid/history/history-buttons.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";

beforeEach(() => texts.changeLanguage("ru"));
afterEach(cleanup);

const CELL = { rowId: "r", columnId: "a" };
const BATCH: EditBatch = {
  ...{ sheetId: "s", kind: "type" },
  edits: [{ cell: CELL, before: null, after: "1" }],
};

/** Backwards nothing is taken where a refusal is given. */
function renderButtons(isLocked: boolean, refusal?: EditRefusal) {
  const applied: EditBatch[] = [];
  const refused: EditRefusal[] = [];
  const history = createEditHistory({
    reveal: () => undefined,
    apply: (batch) => {
      if (refusal !== undefined && applied.length > 0) return [refusal];
      applied.push(batch);
      return [];
    },
  });
  history.apply(BATCH);
  render(
    <HistoryButtons
      history={history}
      isLocked={isLocked}
      onRefused={(refusals) => refused.push(...refusals)}
    />,
  );
  return { applied, refused };
}

function button(name: "Отменить" | "Вернуть"): HTMLButtonElement {
  return screen.getByRole<HTMLButtonElement>("button", { name });
}

it("are on where there is something to do, and say what was done", () => {
  const { applied } = renderButtons(false);
  expect([button("Отменить").disabled, button("Вернуть").disabled]).toEqual([false, true]);
  fireEvent.click(button("Отменить"));
  expect(applied.at(-1)?.edits[0]?.after).toBeNull();
  expect(screen.getByRole("status").textContent).toBe("Отменено: ввод, 1 ячейка");
  expect([button("Отменить").disabled, button("Вернуть").disabled]).toEqual([true, false]);
  fireEvent.click(button("Вернуть"));
  expect(applied.at(-1)).toEqual(BATCH);
});

it("are off in a locked sheet", () => {
  renderButtons(true);
  expect([button("Отменить").disabled, button("Вернуть").disabled]).toEqual([true, true]);
});

it("hand on what was refused, and the history stays", () => {
  const refusal = { cell: CELL, reason: "Закрыта" };
  const { refused } = renderButtons(false, refusal);
  fireEvent.click(button("Отменить"));
  expect(refused).toEqual([refusal]);
  expect(screen.getByRole("status").textContent).toBe("Отменить нельзя: ввод, 1 ячейка");
  expect(button("Отменить").disabled).toBe(false);
});
