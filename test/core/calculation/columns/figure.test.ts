import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDomain } from "../../../../packages/core/src/calculation/columns/domain.ts";
import {
  anyCounted,
  type Counted,
  countedAt,
  countedWhere,
  createFigure,
  type FigureList,
  type NumberValues,
  nobody,
  numbersAt,
  once,
  reachInput,
  reachInputWhere,
  shorten,
  sourcesOf,
  TRUE,
  textsAt,
  truthsAt,
} from "../../../../packages/core/src/calculation/columns/figure.ts";
import { rowTexts, wholeOf } from "../../../support/number-columns.ts";

const TWO = createDomain(2, new Map());

function figureOf<Values>(values: Values, sources: readonly string[] = []) {
  const parts = { sources: new Set(sources), reaches: [], compute: () => values };
  return createFigure(TWO, parts, []);
}

const marked = (...rows: readonly number[]) => Uint8Array.from(rows);

describe("a figure", () => {
  it("is worked out when asked for, and again once it forgot", () => {
    const list: FigureList = [];
    let worked = 0;
    const compute = () => {
      worked += 1;
      return { worked };
    };
    const figure = createFigure(TWO, { sources: new Set(), reaches: [], compute }, list);
    expect([worked, list]).toEqual([0, [figure]]);
    const first = figure.current();
    expect(figure.current()).toBe(first);
    figure.forget();
    expect(figure.current()).toEqual({ worked: 2 });
  });

  it("stands on the law unless it stands on facts alone", () => {
    expect(figureOf(0, ["fact|pupils"]).standsOnLaw).toBe(false);
    expect(figureOf(0).standsOnLaw).toBe(false);
    expect(figureOf(0, ["fact|pupils", "parameter|rate"]).standsOnLaw).toBe(true);
    expect(figureOf(0, ["table|scale"]).standsOnLaw).toBe(true);
  });

  it("stands on all that its inputs stand on, and on its own", () => {
    const inputs = [figureOf(0, ["a", "b"]), figureOf(0, ["b", "c"])].map((figure) => ({ figure }));
    expect([...sourcesOf(inputs, ["own"])].toSorted()).toEqual(["a", "b", "c", "own"]);
    expect(sourcesOf([]).size).toBe(0);
  });
});

describe("rows look at a figure through an index, or row by row", () => {
  const index = Int32Array.of(1, 0, 1);
  const values: NumberValues = { numbers: wholeOf([5, 7]), counted: () => marked(0, 1) };

  it("at numbers and at who is counted", () => {
    const figure = figureOf(values);
    expect(numbersAt({ figure, index: undefined })).toBe(values.numbers);
    expect(rowTexts(numbersAt({ figure, index }))).toEqual(["7", "5", "7"]);
    expect(countedAt({ figure, index })()).toEqual(marked(1, 0, 1));
    expect(countedAt({ figure, index: undefined })).toBe(values.counted);
  });

  it("at who is counted as things stood when it looked", () => {
    let counted: Counted = true;
    const compute = () => {
      const now = counted;
      return { numbers: wholeOf([0, 0]), counted: () => now };
    };
    const figure = createFigure(TWO, { sources: new Set(), reaches: [], compute }, []);
    const before = countedAt({ figure, index });
    counted = false;
    figure.forget();
    expect([before(), countedAt({ figure, index })()]).toEqual([true, false]);
  });

  it("at truths and texts", () => {
    const truths = figureOf({ truths: marked(0, 2), counted: nobody });
    expect(truthsAt({ figure: truths, index })).toEqual(marked(2, 0, 2));
    expect(countedAt({ figure: truths, index })).toBe(nobody);
    const texts = figureOf({ texts: ["one", undefined] });
    expect(textsAt({ figure: texts, index })).toEqual([undefined, "one", undefined]);
    expect(textsAt({ figure: texts, index: undefined })).toEqual(["one", undefined]);
  });
});

describe("asking for rows asks for the rows under them", () => {
  const figure = figureOf(0);
  const spread = (reach: ReturnType<typeof reachInput>, asked: Uint8Array) => {
    const marks = new Uint8Array(3);
    reach.spread(asked, marks);
    return marks;
  };

  it("through the index, or row by row", () => {
    const index = Int32Array.of(2, 0);
    expect(spread(reachInput({ figure, index }), marked(1, 0))).toEqual(marked(0, 0, 1));
    expect(spread(reachInput({ figure, index: undefined }), marked(0, 1))).toEqual(marked(0, 1, 0));
  });

  it("and only where a condition says so, at the time", () => {
    let condition = marked(1, 2, 0);
    const reach = reachInputWhere({ figure, index: undefined }, () => condition, TRUE);
    expect(spread(reach, marked(1, 1, 1))).toEqual(marked(1, 0, 0));
    condition = marked(0, 1, 1);
    expect(spread(reach, marked(1, 1, 0))).toEqual(marked(0, 1, 0));
  });

  it("and does not take back what was asked before", () => {
    const marks = marked(0, 1, 0);
    reachInput({ figure, index: undefined }).spread(marked(1, 0, 0), marks);
    expect(marks).toEqual(marked(1, 1, 0));
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
    expect(anyCounted([])).toBe(nobody);
    expect(anyCounted([nobody, nobody])).toBe(nobody);
    expect(countedWhere(nobody, marked(1, 1), 1)).toBe(nobody);
  });

  it("is not asked of others once all are", () => {
    const never = () => {
      throw new Error("not to be asked");
    };
    expect(anyCounted([() => true, never])()).toBe(true);
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
        const found = anyCounted(all.map((each) => () => each))();
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
