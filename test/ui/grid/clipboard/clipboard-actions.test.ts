import { describe, expect, it } from "vitest";
import {
  type ClipboardGround,
  copySelection,
  cutSelection,
  type PasteQuestion,
  pasteData,
  pasteTable,
} from "../../../../packages/ui/src/grid/clipboard/clipboard-actions.ts";
import type {
  EditBatch,
  EditRefusal,
} from "../../../../packages/ui/src/grid/editing/edit-batch.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import {
  createSelectionStore,
  type SheetRange,
} from "../../../../packages/ui/src/grid/selection/selection.ts";
import type { SheetHandle } from "../../../../packages/ui/src/grid/sheet-handle.ts";
import type { SheetEditing } from "../../../../packages/ui/src/grid/sheet-props.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import {
  HELD_FIRST,
  HELD_SECOND,
  NORM_COLUMNS,
  normRow,
  normTable,
  THOUSAND,
} from "../../support/norm-sheet.ts";
import { sheetProps } from "../../support/small-sheet.ts";

const TABLE = normTable(NORM_COLUMNS, [
  normRow("n1", HELD_FIRST, { ownIn: (id) => HELD_FIRST[id] ?? null }),
  normRow("n2", HELD_SECOND),
]);

/** A clipboard as an event has it. */
function clipboard(held: Record<string, string> = {}): DataTransfer {
  return {
    getData: (kind: string) => held[kind] ?? "",
    setData: (kind: string, text: string) => {
      held[kind] = text;
    },
  } as DataTransfer;
}

function range(top: number, left: number, bottom = top, right = left): SheetRange {
  return { anchor: { row: top, column: left }, head: { row: bottom, column: right } };
}

/** A sheet with something selected, and all that was told of it. */
function sheetAt(first: SheetRange, refused: readonly EditRefusal[] | "no-editing" = []) {
  const told = {
    said: [] as string[],
    shown: [] as (string | null)[],
    batches: [] as EditBatch[],
    refusals: [] as readonly EditRefusal[],
    questions: [] as PasteQuestion[],
  };
  const empty = () => ({ kind: "empty" }) as const;
  const editing: SheetEditing = {
    ...{ sheetId: "norms", lock: null, undo: empty, redo: empty },
    apply: (batch) => {
      told.batches.push(batch);
      return refused === "no-editing" ? [] : refused;
    },
  };
  const selection = createSelectionStore();
  selection.set({ ranges: [first] });
  const given = refused === "no-editing" ? {} : { editing };
  const handle: Partial<SheetHandle> = {
    ...{ selection, table: () => TABLE, props: () => sheetProps([], given) },
    say: (text, urgency) => told.said.push(`${urgency}: ${text}`),
    refuse: (refusals) => {
      told.refusals = refusals;
    },
  };
  const ground: ClipboardGround = {
    ...{ handle: handle as SheetHandle, language: "ru", t: texts.t },
    show: (message) => told.shown.push(message?.text ?? null),
    ask: (question) => told.questions.push(question),
  };
  return { ground, told, selection };
}

describe("copying", () => {
  it("gives both forms, and says how much", () => {
    const { ground, told } = sheetAt(range(1, 1, 2, 1));
    const held: Record<string, string> = {};
    expect(copySelection(ground, clipboard(held))).toBe(true);
    expect(held["text/plain"]).toBe("305000,50\r\n0,01\r\n");
    expect(held["text/html"]).toContain("<table");
    expect(told.said).toEqual(["polite: Скопированы 2 ячейки."]);
  });

  it("says why ranges that stand apart are not copied", () => {
    const { ground, told, selection } = sheetAt(range(1, 1));
    selection.set({ ranges: [range(1, 1), range(2, 2)] });
    expect(copySelection(ground, clipboard())).toBe(false);
    expect(told.said).toEqual([expect.stringContaining("assertive: Эти диапазоны")]);
  });
});

describe("cutting", () => {
  it("copies inputs and lets the base return, in one batch", () => {
    const { ground, told } = sheetAt(range(1, 1, 2, 1));
    const held: Record<string, string> = {};
    expect(cutSelection(ground, clipboard(held))).toBe(true);
    expect(held["text/plain"]).toBe("305000,50\r\n0,01\r\n");
    expect(told.batches).toMatchObject([
      { sheetId: "norms", kind: "cut", edits: [{ cell: { rowId: "n1" }, after: null }] },
    ]);
  });

  it("leaves what is computed", () => {
    const { ground, told } = sheetAt(range(1, 6));
    expect(cutSelection(ground, clipboard())).toBe(false);
    expect(told.batches).toEqual([]);
    expect(told.said).toEqual([expect.stringContaining("assertive: Вырезать можно только")]);
  });
});

describe("pasting", () => {
  it("is one batch, selects the block and says what changed", () => {
    const { ground, told, selection } = sheetAt(range(1, 1));
    expect(pasteData(ground, clipboard({ "text/plain": "305 000,50\t1\n7\t1" }))).toBe(true);
    expect(told.batches).toMatchObject([{ kind: "paste", edits: [{}, {}] }]);
    expect(selection.get()).toEqual({ ranges: [range(1, 1, 2, 2)] });
    expect(told.said).toEqual(["polite: Вставлены 4 ячейки, изменено 2."]);
  });

  it("says so where nothing changes", () => {
    const { ground, told } = sheetAt(range(2, 1));
    expect(pasteData(ground, clipboard({ "text/plain": "0,01" }))).toBe(true);
    expect(told.batches).toEqual([]);
    expect(told.shown.at(-1)).toBe("Ничего не изменилось.");
  });

  it("lists what is wrong, by itself or by the sheet's owner", () => {
    const wrong = sheetAt(range(1, 1));
    expect(pasteData(wrong.ground, clipboard({ "text/plain": "x" }))).toBe(false);
    expect(wrong.told.refusals).toHaveLength(1);
    expect(wrong.told.batches).toEqual([]);
    const reason = { cell: { rowId: "n1", columnId: "norm" }, reason: "Утверждено." };
    const judged = sheetAt(range(1, 1), [reason]);
    expect(pasteData(judged.ground, clipboard({ "text/plain": "5" }))).toBe(false);
    expect(judged.told.refusals).toEqual([reason]);
    expect(judged.told.said.at(-1)).toBe(
      "assertive: Не принята 1 ячейка, лист не изменён. Утверждено.",
    );
  });

  it.each([
    ["an empty clipboard", "", "В буфере нет текста."],
    ["a block that is too large", "\n".repeat(250_001), "В буфере больше 250000 ячеек"],
    ["a block over the edge", "1\t2\t3\t4\t5\t6\t7", "выходит за край листа"],
  ])("refuses %s in one sentence", (_what, text, sentence) => {
    const { ground, told } = sheetAt(range(1, 1));
    expect(pasteData(ground, clipboard({ "text/plain": text }))).toBe(false);
    expect(told.shown.at(-1)).toContain(sentence);
    expect(told.refusals).toEqual([]);
  });

  it("is refused in a sheet without inputs", () => {
    const { ground, told } = sheetAt(range(1, 1), "no-editing");
    expect(pasteData(ground, clipboard({ "text/plain": "5" }))).toBe(false);
    expect(told.said).toHaveLength(1);
    expect(told.said[0]).toContain("assertive: ");
  });

  it("asks about units and goes on with the answer", () => {
    const { ground, told } = sheetAt(range(2, 1));
    const cell = { text: "5,00", stored: exactWhole(500_000n) };
    const asked = { clipboard: { rows: [[cell]], units: [THOUSAND] }, language: "ru" } as const;
    expect(pasteTable(ground, asked, null)).toBe(false);
    const [question] = told.questions;
    expect(question?.units).toEqual([{ from: "тысячи тенге", to: "тенге" }]);
    expect(pasteTable(ground, question ?? asked, "convert")).toBe(true);
    expect(told.batches).toMatchObject([{ edits: [{ after: exactWhole(500_000n) }] }]);
  });
});
