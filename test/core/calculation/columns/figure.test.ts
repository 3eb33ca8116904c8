import { describe, expect, it } from "vitest";
import { type Counted, nobody } from "../../../../packages/core/src/calculation/columns/counted.ts";
import { createDomain } from "../../../../packages/core/src/calculation/columns/domain.ts";
import {
  countedAt,
  createFigure,
  type FigureList,
  type NumberValues,
  numbersAt,
  reachInput,
  reachInputWhere,
  sourcesOf,
  TRUE,
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

  it("at truths", () => {
    const truths = figureOf({ truths: marked(0, 2), counted: nobody });
    expect(truthsAt({ figure: truths, index })).toEqual(marked(2, 0, 2));
    expect(countedAt({ figure: truths, index })).toBe(nobody);
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

describe("a figure that is doubted", () => {
  const madeOf = (inputs: readonly ReturnType<typeof figureOf>[], isReader = false) => {
    let worked = 0;
    const parts = {
      sources: new Set<string>(),
      reaches: inputs.map((figure) => reachInput({ figure, index: undefined })),
      compute: () => {
        worked += 1;
        return { worked };
      },
      ...(isReader ? { isReader: true as const } : {}),
    };
    return createFigure(TWO, parts, []);
  };
  const changing = () => {
    const given = { values: { of: 1 } };
    const parts = { sources: new Set<string>(), reaches: [], compute: () => given.values };
    return { given, input: createFigure(TWO, parts, []) };
  };

  it("still stands where its inputs have the values they had", () => {
    const { given, input } = changing();
    const figure = madeOf([input]);
    const first = figure.current();
    input.doubt();
    figure.doubt();
    expect(figure.current()).toBe(first);
    given.values = { of: 1 };
    input.doubt();
    figure.doubt();
    expect(figure.current()).toEqual({ worked: 2 });
  });

  it("is worked out anew where it reads the law, or has no inputs", () => {
    for (const figure of [madeOf([changing().input], true), madeOf([])]) {
      figure.current();
      figure.doubt();
      expect(figure.current()).toEqual({ worked: 2 });
    }
  });
});
