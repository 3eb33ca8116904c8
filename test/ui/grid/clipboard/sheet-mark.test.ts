import { describe, expect, it } from "vitest";

import {
  findStored,
  readUnits,
  writeStored,
  writeUnits,
} from "../../../../packages/ui/src/grid/clipboard/sheet-mark.ts";
import { SHARE, TENGE } from "../../support/norm-sheet.ts";

describe("the mark of a copied sheet", () => {
  it("carries units of columns", () => {
    const units = [null, TENGE, SHARE];
    expect(readUnits(writeUnits(units))).toEqual(units);
  });

  it("carries exact figures", () => {
    const exact = { numerator: -23n, denominator: 12n };
    expect(findStored(writeStored(exact))).toEqual(exact);
    expect(findStored("7")).toEqual({ numerator: 7n, denominator: 1n });
  });

  it("is not believed where somebody broke it", () => {
    expect(readUnits("{")).toEqual([]);
    expect(readUnits("{}")).toEqual([]);
    expect(readUnits('[["a","b","c","0"],["a","b","c",1],["a","b","c","1","1"],5]')).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(["", "1/0", "1.5", "x", "9".repeat(61)].map(findStored).some(Boolean)).toBe(false);
  });
});
