import { cleanup, fireEvent, screen } from "@testing-library/react";
import { type ReactElement, useState } from "react";
import { afterEach, describe, expect, it } from "vitest";

import {
  useAllocationRows,
  useCityFigures,
} from "../../../../packages/ui/src/features/allocation/use-allocation-rows.ts";
import {
  FIRST_VIEW,
  type SheetView,
} from "../../../../packages/ui/src/features/allocation/use-sheet-view.ts";
import { renderWithRun } from "../../support/render-with-run.tsx";

afterEach(cleanup);

describe("the rows on view", () => {
  it("are folded groups at first", async () => {
    await renderWithRun(<Rows query="" />);
    expect(screen.getByText("Алатауский, Медеуский, Общегородские расходы")).toBeDefined();
    expect(screen.getByText("Город, 3 организации")).toBeDefined();
  });

  it("are looked through by a search though they are folded", async () => {
    await renderWithRun(<Rows query="" />);
    expect(screen.getByLabelText("searched").textContent).toBe(
      "Алатауский · Клуб № 3 · Школа № 1 · Медеуский · Сад № 2 · Общегородские расходы · " +
        "Управление · Город, 3 организации",
    );
  });

  it("are unfolded one group at a time, or all", async () => {
    await renderWithRun(<Rows query="" />);
    fireEvent.click(screen.getByText("open"));
    expect(screen.getByText("Алатауский, Медеуский, Сад № 2, Общегородские расходы")).toBeDefined();
    fireEvent.click(screen.getByText("open all"));
    expect(screen.getByText(/Клуб № 3, Школа № 1/)).toBeDefined();
  });

  it("are open while a search holds, with the full sheet behind them", async () => {
    await renderWithRun(<Rows query="сад" />);
    expect(screen.getByText("Медеуский, Сад № 2")).toBeDefined();
    expect(screen.getByText("Показано 1 из 3")).toBeDefined();
    expect(screen.getByText("7")).toBeDefined();
  });
});

function Rows({ query }: { readonly query: string }): ReactElement {
  const [view, setView] = useState<SheetView>(FIRST_VIEW);
  const change = (part: Partial<SheetView>): void => setView({ ...view, ...part });
  const figures = useCityFigures();
  const allocation = useAllocationRows({ figures, query, sort: null, view, change });
  const { rows, searched, tree, fullRowCount, fold, foldAll } = allocation;
  return (
    <>
      <p>{rows.map(({ row }) => row.name).join(", ")}</p>
      <output aria-label="searched">{searched.map(({ name }) => name).join(" · ")}</output>
      <p>{tree.total.name}</p>
      <p>{fullRowCount}</p>
      <button type="button" onClick={() => fold("group:medeu", true)}>
        open
      </button>
      <button type="button" onClick={() => foldAll(true)}>
        open all
      </button>
    </>
  );
}
