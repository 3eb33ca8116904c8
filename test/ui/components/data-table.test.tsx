import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { DataTable } from "../../../packages/ui/src/components/data-table.tsx";

afterEach(cleanup);

it("names its columns, and each row by its heading", () => {
  render(
    <DataTable
      label="Люди"
      columns={[
        { id: "name", name: "Имя", isRowHeader: true, cell: ({ name }) => name },
        { id: "count", name: "Сеансов", look: "figure", cell: ({ count }) => count },
      ]}
      rows={[{ name: "Айгуль", count: "2" }]}
      rowKey={({ name }) => name}
    />,
  );
  const table = screen.getByRole("table", { name: "Люди" });
  const headers = within(table).getAllByRole("columnheader");
  expect(headers.map(({ textContent }) => textContent)).toEqual(["Имя", "Сеансов"]);
  expect(within(table).getByRole("rowheader").textContent).toBe("Айгуль");
  expect(within(table).getByRole("cell").getAttribute("data-name")).toBe("Сеансов");
});
