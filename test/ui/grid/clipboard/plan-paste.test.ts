import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClipboardTable } from "../../../../packages/ui/src/grid/clipboard/clipboard-table.ts";
import { copyRange } from "../../../../packages/ui/src/grid/clipboard/copy-range.ts";
import {
  type PastePlan,
  type PasteTask,
  planPaste,
} from "../../../../packages/ui/src/grid/clipboard/plan-paste.ts";
import { readClipboardHtml } from "../../../../packages/ui/src/grid/clipboard/read-clipboard-html.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import type { SheetSelection } from "../../../../packages/ui/src/grid/selection/selection.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import {
  HELD_FIRST,
  HELD_SECOND,
  moneyColumn,
  NORM_COLUMNS,
  normRow,
  normTable,
  numberInput,
  SHARE,
  THOUSAND,
} from "../../support/norm-sheet.ts";

const TABLE = normTable();

function written(...rows: readonly (readonly string[])[]): ClipboardTable {
  return { rows: rows.map((row) => row.map((text) => ({ text }))), units: [] };
}

function at(row: number, column: number, bottom = row, right = column): SheetSelection {
  return { ranges: [{ anchor: { row, column }, head: { row: bottom, column: right } }] };
}

function plan(
  clipboard: ClipboardTable,
  selection: SheetSelection,
  given: Partial<PasteTask> = {},
): PastePlan {
  return planPaste(
    { clipboard, selection, table: TABLE, language: "ru", unitWay: null, ...given },
    texts.t,
  );
}

/** All of the sheet as it would be read from the clipboard. */
function copied(selection: SheetSelection, table = TABLE): ClipboardTable {
  const out = copyRange(table, selection);
  const content = readClipboardHtml(out.kind === "copied" ? out.html : "");
  if (content.kind !== "table") throw new Error(content.kind);
  return content.table;
}

describe("a paste", () => {
  it("edits what differs, and an empty cell lets the base return", () => {
    const table = normTable(NORM_COLUMNS, [
      normRow("n1", HELD_FIRST, { ownIn: (id) => HELD_FIRST[id] ?? null }),
      normRow("n2", HELD_SECOND),
    ]);
    const done = plan(written(["305 000,50", ""], ["7", "2,5"]), at(1, 1), { table });
    expect(done).toMatchObject({
      kind: "edits",
      cellCount: 4,
      roundedCount: 0,
      pasted: at(1, 1, 2, 2),
      edits: [
        { cell: { rowId: "n1", columnId: "factor" }, before: HELD_FIRST["factor"], after: null },
        { cell: { rowId: "n2", columnId: "norm" }, before: null, after: exactWhole(700n) },
        { cell: { rowId: "n2", columnId: "factor" }, before: null },
      ],
    });
  });

  it("refuses everything where one cell is wrong, and names them all", () => {
    expect(plan(written(["1", "x", "5"], ["2", "1,0001", "5"]), at(1, 1))).toEqual({
      kind: "refused",
      refusals: [
        { cell: { rowId: "n1", columnId: "factor" }, reason: "«x» не число." },
        {
          cell: { rowId: "n2", columnId: "factor" },
          reason: "«1,0001»: после запятой не больше 3 знаков.",
        },
      ],
    });
  });

  it("passes over what cannot be entered only where it shows the same", () => {
    const block = copied(at(0, 0, 3, 6));
    expect(plan(block, at(0, 0))).toMatchObject({ kind: "edits", edits: [], cellCount: 28 });
    const refused = plan(written(["North"], ["1"]), at(0, 6));
    expect(
      refused.kind === "refused" ? refused.refusals.map(({ cell }) => cell.rowId) : [],
    ).toEqual(["north", "n1"]);
  });

  it("asks before it turns units into one another", () => {
    const columns = [
      NORM_COLUMNS[0],
      moneyColumn("thousands", { unit: THOUSAND }),
      moneyColumn("norm", { input: numberInput(2) }),
    ];
    const held = { thousands: exactWhole(500_000n), norm: exactWhole(1n) };
    const table = normTable(columns, [normRow("n1", held)]);
    const block = copied(at(1, 1), table);
    expect(plan(block, at(1, 2), { table })).toEqual({
      kind: "question",
      units: [{ from: "тысячи тенге", to: "тенге" }],
    });
    expect(plan(block, at(1, 2), { table, unitWay: "convert" })).toMatchObject({
      edits: [{ after: exactWhole(500_000n) }],
    });
    expect(plan(block, at(1, 2), { table, unitWay: "as-is" })).toMatchObject({
      edits: [{ after: exactWhole(500n) }],
    });
    expect(plan(block, at(1, 1), { table })).toMatchObject({ kind: "edits", edits: [] });
  });

  it("refuses a figure of another kind", () => {
    const block: ClipboardTable = {
      rows: [[{ text: "1", stored: exactWhole(1n) }]],
      units: [SHARE],
    };
    expect(plan(block, at(1, 1))).toMatchObject({
      refusals: [{ reason: "Единицы разные: в буфере доли, в столбце тенге." }],
    });
  });

  it("has no place over the edge", () => {
    expect(plan(written(["1", "2"]), at(1, 6))).toMatchObject({
      kind: "misfit",
      misfit: { code: "over-edge" },
    });
  });
});

describe("laws", () => {
  const text = fc.constantFrom("1", "2,50", "", "x", "1,234", "12 %", "-1", "305 000,50");

  it("gives all edits or all refusals, of cells of the selection, each once", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 2 }), (rows) => {
        const done = plan(written(...rows), at(1, 1));
        const cells =
          done.kind === "refused"
            ? done.refusals.map(({ cell }) => cell)
            : done.kind === "edits"
              ? done.edits.map(({ cell }) => cell)
              : [];
        const names = cells.map(({ rowId, columnId }) => `${rowId} ${columnId}`);
        expect(new Set(names).size).toBe(names.length);
        expect(done.kind).toBe(
          rows.flat().some((word, index) => isFaulty(word, index)) ? "refused" : "edits",
        );
      }),
    );
  });
});

/** The second column keeps three decimals. */
function isFaulty(word: string, index: number): boolean {
  return ["x", "12 %", "-1", ...(index % 2 === 0 ? ["1,234"] : [])].includes(word);
}
