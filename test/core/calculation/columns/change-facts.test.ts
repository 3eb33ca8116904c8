import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changeFacts,
  type FactChange,
} from "../../../../packages/core/src/calculation/columns/change-facts.ts";
import { columnsOfRegister } from "../../../../packages/core/src/calculation/columns/columns-of-register.ts";
import type { RegisterColumns } from "../../../../packages/core/src/calculation/columns/register-columns.ts";
import {
  cellsAt,
  periodsOfColumn,
} from "../../../../packages/core/src/calculation/columns/rows-of-register.ts";
import { InvariantViolation } from "../../../../packages/core/src/kernel/index.ts";
import { valueText } from "../../../support/number-columns.ts";
import { schoolPlan } from "../../../support/school-methodology.ts";
import { snapshot } from "../../../support/school-register.ts";
import { THREE_SCHOOLS } from "../../../support/three-schools.ts";

const PLAN = schoolPlan();
const COLUMNS = columnsOfRegister(PLAN, THREE_SCHOOLS);
const IDS = ["a", "b", "c"];

function change(organisationId: string, code: string, value: string | undefined): FactChange {
  return { organisationId, fact: "pupils", codes: code.split("|"), value };
}

/** Every cell of `pupils`, as `a january|primary 10`. */
function cellsOf({ facts }: RegisterColumns): readonly string[] {
  const column = facts.get("pupils");
  if (column === undefined) return [];
  return IDS.flatMap((id, row) =>
    [...cellsAt(column, row)].map(([name, { value }]) => `${id} ${name} ${valueText(value)}`),
  );
}

function changed(...changes: readonly FactChange[]): readonly string[] {
  return cellsOf(changeFacts(PLAN, COLUMNS, changes));
}

const BEFORE = cellsOf(COLUMNS);

describe("a cell", () => {
  it("has another value, and the rest stays", () => {
    expect(changed(change("a", "january|basic", "7"))).toEqual(BEFORE.with(1, "a january|basic 7"));
    expect(changed(change("b", "january|primary", "0"))).toEqual(
      BEFORE.with(4, "b january|primary 0"),
    );
  });

  it("appears behind those of its organisation, of whatever code", () => {
    expect(changed(change("b", "september|basic", "5"))).toEqual([
      ...[...BEFORE, "b september|basic 5"],
    ]);
    expect(changed(change("c", "january|unheard", "5"))).toEqual([
      ...[...BEFORE, "c january|unheard 5"],
    ]);
    const inside = changed(change("a", "january|unheard", "5"));
    expect(inside).toEqual(BEFORE.toSpliced(4, 0, "a january|unheard 5"));
  });

  it("goes; where there was none nothing happens", () => {
    expect(changed(change("a", "september|primary", undefined))).toEqual(BEFORE.toSpliced(2, 1));
    expect(changed(change("c", "september|primary", undefined))).toEqual(BEFORE);
  });

  it("may be anything a number can be", () => {
    for (const value of ["0.125", "-3", "4503599627370497", "0.0000000000000000001"]) {
      const first = changed(change("a", "january|primary", value));
      expect(first).toEqual(BEFORE.with(0, `a january|primary ${value}`));
      const back = [change("a", "january|primary", value), change("a", "january|primary", "10")];
      expect(changed(...back)).toEqual(BEFORE);
    }
  });

  it("of a fact that nobody reported yet is its first", () => {
    const empty = columnsOfRegister(PLAN, snapshot());
    const made = changeFacts(PLAN, empty, [change("a", "january|primary", "3")]);
    expect(cellsOf(made)).toEqual(["a january|primary 3"]);
    const gone = changeFacts(PLAN, made, [change("a", "january|primary", undefined)]);
    expect(gone.facts.has("pupils")).toBe(false);
    expect(changeFacts(PLAN, empty, [change("a", "january|primary", undefined)]).facts.size).toBe(
      0,
    );
  });
});

describe("what does not change is shared", () => {
  const next = changeFacts(PLAN, COLUMNS, [change("a", "january|primary", "11")]);

  it("other facts, and the codes where only a value is another", () => {
    expect(next.facts.get("places")).toBe(COLUMNS.facts.get("places"));
    const [old, made] = [COLUMNS.facts.get("pupils"), next.facts.get("pupils")];
    expect([made?.codes, made?.starts]).toEqual([old?.codes, old?.starts]);
    expect(made?.codes).toBe(old?.codes);
    expect(made?.values).not.toBe(old?.values);
  });

  it("and the register before it stays as it was", () => {
    expect(cellsOf(COLUMNS)).toEqual(BEFORE);
    expect(BEFORE[0]).toBe("a january|primary 10");
  });
});

describe("the rows say what the columns say", () => {
  it("with their place in the register where they were not touched", () => {
    const next = changeFacts(PLAN, COLUMNS, [change("a", "january|primary", "11")]);
    const { reported } = next.rows ?? {};
    expect(valueText(reported?.cellsOf("a", "pupils").get("january|primary")?.value)).toBe("11");
    expect(reported?.cellsOf("a", "pupils").get("january|primary")?.source.file).toBe("");
    expect(reported?.cellsOf("b", "pupils")).toBe(COLUMNS.rows?.reported.cellsOf("b", "pupils"));
    expect(reported?.cellsOf("a", "places")).toBe(COLUMNS.rows?.reported.cellsOf("a", "places"));
  });

  it("of every change before it", () => {
    const first = changeFacts(PLAN, COLUMNS, [change("a", "january|primary", "11")]);
    const second = changeFacts(PLAN, first, [change("b", "january|primary", "12")]);
    const januaryOf = (id: string) =>
      valueText(second.rows?.reported.cellsOf(id, "pupils").get("january|primary")?.value);
    expect([januaryOf("a"), januaryOf("b")]).toEqual(["11", "12"]);
  });

  it("however many there were", () => {
    let columns = COLUMNS;
    for (let edit = 1; edit <= 12_000; edit += 1) {
      columns = changeFacts(PLAN, columns, [change("a", "january|primary", `${edit}`)]);
    }
    const { reported } = columns.rows ?? {};
    expect(reported?.cellsOf("a", "places").size).toBe(2);
    expect(valueText(reported?.cellsOf("a", "pupils").get("january|primary")?.value)).toBe("12000");
  });

  it("nor for a register of columns alone", () => {
    const { rows: _, ...bare } = COLUMNS;
    expect(changeFacts(PLAN, bare, [change("a", "january|primary", "11")]).rows).toBeUndefined();
  });

  it("a period that nobody has any more is not there", () => {
    const gone = ["primary", "basic"].map((level) => change("a", `september|${level}`, undefined));
    const next = changeFacts(PLAN, COLUMNS, gone);
    expect([...(next.rows?.reported.periodsOf("pupils") ?? [])]).toEqual(["january"]);
  });
});

describe("what the register does not have is a bug of the caller", () => {
  it.each([
    ["a fact", { ...change("a", "january|primary", "1"), fact: "nothing" }],
    ["an organisation", change("nobody", "january|primary", "1")],
    ["a number", change("a", "january|primary", "ten")],
  ])("%s", (_name, given) => {
    expect(() => changeFacts(PLAN, COLUMNS, [given])).toThrow(InvariantViolation);
  });
});

describe("laws", () => {
  it("any changes one after the other are cells that are set and deleted", () => {
    const codes = ["january|primary", "january|basic", "september|primary", "september|x"];
    const value = fc.constantFrom(undefined, "0", "1", "2.5", "-7", "9007199254740993", "0.3");
    const each = fc
      .tuple(fc.constantFrom(...IDS), fc.constantFrom(...codes), value)
      .map(([id, code, digits]) => change(id, code, digits));
    fc.assert(
      fc.property(fc.array(each, { maxLength: 12 }), fc.nat(12), (changes, cut) => {
        const expected = new Map(BEFORE.map((text) => [text.split(" ", 2).join(" "), text]));
        for (const { organisationId, codes: at, value: digits } of changes) {
          const name = `${organisationId} ${at.join("|")}`;
          if (digits === undefined) expected.delete(name);
          else expected.set(name, `${name} ${digits}`);
        }
        const half = changeFacts(PLAN, COLUMNS, changes.slice(0, cut));
        const found = changeFacts(PLAN, half, changes.slice(cut));
        expect(cellsOf(found).toSorted()).toEqual([...expected.values()].toSorted());
        const periods = new Set([...expected.keys()].map((name) => name.split(/[ |]/)[1]));
        const column = found.facts.get("pupils");
        const own = column === undefined ? new Set() : periodsOfColumn(column, false);
        expect(own).toEqual(periods);
      }),
    );
  });
});
