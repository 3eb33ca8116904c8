import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type EditBatch,
  editOf,
  inverseOf,
  isEditable,
} from "../../../../packages/ui/src/grid/editing/edit-batch.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import { numberInput } from "../../support/norm-sheet.ts";
import { sheetColumn, sheetRow } from "../../support/small-sheet.ts";

const COLUMN = sheetColumn("a", { input: numberInput(2) });
const BASE = sheetRow("r", { a: 7n }, { ownIn: () => null });
const OWN = sheetRow("r", { a: 7n }, { ownIn: () => exactWhole(7n) });

const VALUES = fc.option(fc.bigInt().map(exactWhole), { nil: null });
const BATCHES = fc.record({
  sheetId: fc.constant("s"),
  kind: fc.constantFrom("type", "paste", "fill"),
  edits: fc.array(
    fc.record({
      cell: fc.record({ rowId: fc.string(), columnId: fc.string() }),
      before: VALUES,
      after: VALUES,
    }),
  ),
});

describe("a batch of edits", () => {
  it("is its own inverse's inverse", () => {
    fc.assert(
      fc.property(BATCHES, (batch) => {
        const given = batch as EditBatch;
        expect(inverseOf(inverseOf(given))).toEqual(given);
        expect(inverseOf(given).edits.map(({ after }) => after)).toEqual(
          given.edits.map(({ before }) => before),
        );
      }),
    );
  });
});

describe("an edit of a cell", () => {
  it("is none where the cell shows the value already", () => {
    expect(editOf(BASE, COLUMN, exactWhole(7n))).toBeNull();
    expect(editOf(BASE, COLUMN, { numerator: 14n, denominator: 2n })).toBeNull();
    expect(editOf(OWN, COLUMN, exactWhole(7n))).toBeNull();
    expect(editOf(BASE, COLUMN, null)).toBeNull();
  });

  it("goes from what was entered here, not from what is shown", () => {
    const cell = { rowId: "r", columnId: "a" };
    expect(editOf(BASE, COLUMN, exactWhole(8n))).toEqual({
      cell,
      before: null,
      after: exactWhole(8n),
    });
    expect(editOf(OWN, COLUMN, null)).toEqual({ cell, before: exactWhole(7n), after: null });
  });

  it("may be made in members' cells that take input and are not locked", () => {
    const lockedCell = { ...BASE, marksIn: () => ({ lock: "approved" }) };
    expect(isEditable(BASE, COLUMN)).toBe(true);
    expect(isEditable(sheetRow("g", {}, { kind: "group" }), COLUMN)).toBe(false);
    expect(isEditable(sheetRow("t", {}, { kind: "total" }), COLUMN)).toBe(false);
    expect(isEditable(BASE, sheetColumn("b"))).toBe(false);
    expect(isEditable(BASE, { ...COLUMN, lock: "by law" })).toBe(false);
    expect(isEditable(lockedCell, COLUMN)).toBe(false);
  });
});
