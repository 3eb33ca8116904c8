import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { AUDIT_ACTIONS } from "../../../../packages/api/src/usecases/audit-ports.ts";
import { EntryTable } from "../../../../packages/ui/src/features/journal/entry-table.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { renderScreen } from "../../support/render-screen.tsx";
import { ENTRY } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("tells who did what, with its facts, and leads to all about the same thing", async () => {
  const chosen = vi.fn();
  await renderScreen(<EntryTable entries={[ENTRY]} onChoose={chosen} />);
  expect(screen.getByRole("rowheader").textContent).toBe(
    "Правки в сценарииредакция: 3 · правок: 2",
  );
  expect(screen.getByText("Айгуль Серикова")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Показать записи: Сценарий 4f0c1d2e" }));
  expect(chosen).toHaveBeenCalledExactlyOnceWith("scenario 4f0c1d2e-77aa");
});

it("shortens ids, and tells codes in words", async () => {
  const facts = { parent: "76d6c083-79b2-4195-8fdc-d2760ed16a63", way: "sample" };
  await renderScreen(<EntryTable entries={[{ ...ENTRY, facts }]} onChoose={undefined} />);
  expect(screen.getByText("основа: 76d6c083 · способ: демонстрация")).toBeTruthy();
});

it("calls what nobody did the program's own", async () => {
  await renderScreen(<EntryTable entries={[{ ...ENTRY, actor: null }]} onChoose={undefined} />);
  expect(screen.getByText("программа")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

it("has words for every action there is", () => {
  const untold = AUDIT_ACTIONS.filter((action) => !texts.exists(`journal.action.${action}`));
  expect(untold).toEqual([]);
});
