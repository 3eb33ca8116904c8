import { describe, expect, it } from "vitest";

import { tableOf } from "../../../../packages/ui/src/grid/clipboard/clipboard-table.ts";

describe("a table of the clipboard", () => {
  it("has rows of one length", () => {
    const cell = { text: "1" };
    expect(tableOf([[cell], [cell, cell]])).toEqual({
      kind: "table",
      table: {
        rows: [
          [cell, { text: "" }],
          [cell, cell],
        ],
        units: [],
      },
    });
  });

  it("needs a cell", () => {
    expect(tableOf([])).toEqual({ kind: "empty" });
    expect(tableOf([[]])).toEqual({ kind: "empty" });
  });
});
