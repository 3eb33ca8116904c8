import { expect, it } from "vitest";

import { NAME_COLUMN } from "../../../packages/ui/src/grid/sheet.ts";
import { SHEET_COLUMNS } from "../support/small-sheet.ts";

it("names the column of names as the figures of a workbook do", () => {
  expect(SHEET_COLUMNS.find(({ kind }) => kind === "name")?.id).toBe(NAME_COLUMN);
});
