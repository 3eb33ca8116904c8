import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findCircles,
  namesIn,
  reachableNames,
} from "../../../packages/core/src/methodology/formula-graph.ts";
import { parseExpression } from "../../../packages/core/src/methodology/parse-expression.ts";
import { UNITS } from "../../support/expressions.ts";
import { getValue } from "../../support/get-value.ts";

const graph = (edges: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(edges));

it("names are found anywhere in an expression, index included", () => {
  const text = "sum(over level: a[level, 'x']) + if(b = 'y', round(c, 0), total(d by e))";
  const names = namesIn(getValue(parseExpression(text, UNITS)));
  expect(names).toEqual(["a", "level", "b", "c", "d"]);
});

it("everything a name stands on is reached, through other names", () => {
  const edges = graph({ a: ["b", "c"], b: ["d"], d: ["d"], e: ["a"] });
  expect([...reachableNames(["a"], edges)].sort()).toEqual(["a", "b", "c", "d"]);
  expect([...reachableNames([], edges)]).toEqual([]);
});

describe("a circle is shown with its path", () => {
  it.each([
    [{ a: ["a"] }, [["a", "a"]]],
    [{ a: ["b"], b: ["c"], c: ["b"] }, [["b", "c", "b"]]],
    [
      { a: ["b"], b: ["a"], c: ["d"], d: ["c"] },
      [
        ["a", "b", "a"],
        ["c", "d", "c"],
      ],
    ],
    [{ a: ["b", "c"], b: ["d"], c: ["d"], d: [] }, []],
    [{ a: ["missing"] }, []],
  ])("%o", (edges, circles) => {
    expect(findCircles(graph(edges))).toEqual(circles);
  });
});

describe("laws", () => {
  const name = fc.constantFrom("a", "b", "c", "d", "e", "f");
  const edges = fc
    .dictionary(name, fc.uniqueArray(name, { maxLength: 3 }), { noNullPrototype: true })
    .map(graph);

  it("a circle is found when some formula reaches itself, and only then", () => {
    fc.assert(
      fc.property(edges, (known) => {
        const returns = [...known].some(([from, next]) => reachableNames(next, known).has(from));
        expect(findCircles(known).length > 0).toBe(returns);
      }),
    );
  });

  it("each step of a circle is an edge, and it ends where it began", () => {
    fc.assert(
      fc.property(edges, (known) => {
        for (const circle of findCircles(known)) {
          expect(circle.at(-1)).toBe(circle[0]);
          circle.slice(1).forEach((to, place) => {
            expect(known.get(circle[place] ?? "")).toContain(to);
          });
        }
      }),
    );
  });
});
