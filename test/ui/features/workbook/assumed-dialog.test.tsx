import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import type { AssumedValue } from "../../../../packages/api/src/contract.ts";
import { AssumedDialog } from "../../../../packages/ui/src/features/workbook/assumed-dialog.tsx";
import { renderWithRun } from "../../support/render-with-run.tsx";
import { RUN } from "../../support/small-run.ts";

afterEach(cleanup);

const RATE: AssumedValue = {
  parameter: "rate",
  label: { ru: "Ставка", kk: "Мөлшерлеме", en: "Rate" },
  key: [{ dimension: "district", code: "alatau" }],
  ...{ digits: "19895", unit: "KZT/pupil/month", validFrom: "2026-01-01", source: "пресса" },
  points: null,
};
const SHARE: AssumedValue = {
  ...{ ...RATE, parameter: "share", label: { ru: "Доля", kk: "Үлес", en: "Share" } },
  ...{ key: [], digits: "1.5", unit: "1", source: null },
};

describe("the list of assumed values", () => {
  it("tells what each holds for, how much, since when and from where", async () => {
    await renderWithRun(<AssumedDialog isOpen onClose={() => undefined} />, {
      run: { ...RUN, assumed: [RATE, SHARE] },
    });
    const [rate, share] = screen.getAllByRole("table").map((table) => cellsOf(table));
    expect(rate).toEqual(["Алатауский", "19\u202F895,00 ₸/чел./мес.", "01.01.2026", "пресса"]);
    expect(share).toEqual(["для всех", "1,5 ", "01.01.2026", "—"]);
    expect(screen.getByRole("heading", { name: "Ставка 1" })).toBeTruthy();
  });

  it("shows a table by its steps", async () => {
    const points = [
      { from: "0.1", value: "1.5" },
      { from: "0.3", value: "2" },
    ];
    await renderWithRun(<AssumedDialog isOpen onClose={() => undefined} />, {
      run: { ...RUN, assumed: [{ ...SHARE, digits: "", points }] },
    });
    const [share] = screen.getAllByRole("table").map((table) => cellsOf(table));
    expect(share?.[1]?.trim()).toBe("0,1 → 1,5; 0,3 → 2");
  });

  it("gives sources in the language of the page", async () => {
    await renderWithRun(<AssumedDialog isOpen onClose={() => undefined} />, {
      ...{ language: "kk", run: { ...RUN, assumed: [RATE] } },
    });
    expect(screen.getByText("баспасөз")).toBeTruthy();
  });

  it("says so when there is none", async () => {
    await renderWithRun(<AssumedDialog isOpen onClose={() => undefined} />);
    expect(screen.getByText(/Условных значений нет/)).toBeTruthy();
  });
});

function cellsOf(table: HTMLElement): readonly (string | null)[] {
  return within(table)
    .getAllByRole("cell")
    .map(({ textContent }) => textContent);
}
