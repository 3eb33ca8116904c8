import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anyCounted,
  type Counted,
  countedWhere,
  keepBytes,
  keepLast,
  nobody,
  once,
  shorten,
} from "../../../../packages/core/src/calculation/columns/counted.ts";

const marked = (...rows: readonly number[]) => Uint8Array.from(rows);

describe("what was found before", () => {
  it("is kept while it is asked of the same, each by itself", () => {
    const last = keepLast<number>();
    let found = 0;
    const find = () => {
      found += 1;
      return found;
    };
    const [one, other] = [marked(1), marked(1)];
    expect(last([one, other], find)).toBe(1);
    expect(last([one, other], find)).toBe(1);
    expect(last([one, one], find)).toBe(2);
    expect(last([one], find)).toBe(3);
    expect(last([one, one], find)).toBe(4);
  });

  it("are the same bytes, where the new ones are equal", () => {
    const before = marked(0, 1, 2);
    expect(keepBytes(before, marked(0, 1, 2))).toBe(before);
    expect(keepBytes(before, marked(0, 1, 1))).toEqual(marked(0, 1, 1));
    expect(keepBytes(before, marked(0, 1))).toEqual(marked(0, 1));
    expect(keepBytes(undefined, before)).toBe(before);
  });
});

describe("who is counted", () => {
  it("is said shortly where it is all or nobody", () => {
    expect(shorten(marked(1, 1))).toBe(true);
    expect(shorten(marked(0, 0))).toBe(false);
    expect(shorten(marked(0, 1))).toEqual(marked(0, 1));
  });

  it("is found once", () => {
    let asked = 0;
    const find = once(() => {
      asked += 1;
      return false;
    });
    expect([find(), find(), asked]).toEqual([false, false, 1]);
  });

  it("is nobody for sure where nobody is asked", () => {
    expect(anyCounted([], keepLast())).toBe(nobody);
    expect(anyCounted([nobody, nobody], keepLast())).toBe(nobody);
    expect(countedWhere(nobody, marked(1, 1), 1)).toBe(nobody);
  });

  it("is not asked of others once all are", () => {
    const never = () => {
      throw new Error("not to be asked");
    };
    expect(anyCounted([() => true, never], keepLast())()).toBe(true);
  });
});

describe("laws", () => {
  const counted = fc.oneof<fc.Arbitrary<Counted>[]>(
    fc.boolean(),
    fc.array(fc.nat(1), { minLength: 3, maxLength: 3 }).map((rows) => Uint8Array.from(rows)),
  );
  const bytes = fc.array(fc.nat(2), { minLength: 3, maxLength: 3 });
  const rows = [0, 1, 2];
  const isAt = (each: Counted, row: number) => (typeof each === "boolean" ? each : each[row] === 1);

  it("a row is counted when one of several counted it", () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 4 }), (all) => {
        const asked = all.map((each) => () => each);
        const found = anyCounted(asked, keepLast())();
        const expected = rows.map((row) => all.some((each) => isAt(each, row)));
        expect(rows.map((row) => isAt(found, row))).toEqual(expected);
      }),
    );
  });

  it("a row is counted where the byte is this when it is, and the byte is", () => {
    fc.assert(
      fc.property(counted, bytes, fc.nat(2), (each, given, byte) => {
        const found = countedWhere(() => each, Uint8Array.from(given), byte)();
        const expected = rows.map((row) => isAt(each, row) && given[row] === byte);
        expect(rows.map((row) => isAt(found, row))).toEqual(expected);
      }),
    );
  });
});
