import { describe, expect, it } from "vitest";
import {
  isPassedOver,
  lockOfCell,
  lockOfSheet,
} from "../../../../packages/ui/src/grid/editing/edit-lock.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { numberInput } from "../../support/norm-sheet.ts";
import { sheetColumn, sheetProps, sheetRow } from "../../support/small-sheet.ts";

const t = texts.getFixedT("ru");
const INPUT = sheetColumn("a", { input: numberInput(2) });
const COMPUTED = sheetColumn("sum");
const NAME = sheetColumn("name", { kind: "name" });
const MEMBER = sheetRow("r", { a: 1n });
const GROUP = sheetRow("g", {}, { kind: "group" });

describe("a lock", () => {
  it("is of the whole sheet where nothing is edited, or as its owner says", () => {
    const nothing = () => ({ kind: "empty" }) as const;
    const editing = { sheetId: "s", lock: null, apply: () => [], undo: nothing, redo: nothing };
    expect(lockOfSheet(sheetProps([]).editing, t)).toBe("Лист только для чтения");
    expect(lockOfSheet(editing, t)).toBeNull();
    expect(lockOfSheet({ ...editing, lock: "Сценарий утверждён" }, t)).toBe("Сценарий утверждён");
  });

  it("names the nearest reason of a cell", () => {
    const marked = { ...MEMBER, marksIn: () => ({ lock: "Закрыто актом" }) };
    expect(lockOfCell(MEMBER, INPUT, t)).toBeNull();
    expect(lockOfCell(GROUP, INPUT, t)).toBe("Итог считается, ввести его нельзя");
    expect(lockOfCell(MEMBER, COMPUTED, t)).toBe("Значение считается, ввести его нельзя");
    expect(lockOfCell(MEMBER, NAME, t)).toBe("Названия здесь не правят");
    expect(lockOfCell(MEMBER, { ...INPUT, lock: "Задано законом" }, t)).toBe("Задано законом");
    expect(lockOfCell(marked, { ...INPUT, lock: "Задано законом" }, t)).toBe("Закрыто актом");
  });
});

describe("an action on a range", () => {
  it("goes round what is computed, and stops at what somebody locked", () => {
    expect(isPassedOver(GROUP, INPUT)).toBe(true);
    expect(isPassedOver(MEMBER, COMPUTED)).toBe(true);
    expect(isPassedOver(MEMBER, INPUT)).toBe(false);
    expect(isPassedOver(MEMBER, { ...COMPUTED, lock: "Задано законом" })).toBe(false);
  });
});
