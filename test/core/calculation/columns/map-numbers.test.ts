import { expect, it } from "vitest";
import { createDomain } from "../../../../packages/core/src/calculation/columns/domain.ts";
import {
  createFigure,
  type FigureList,
  type NumberInput,
} from "../../../../packages/core/src/calculation/columns/figure.ts";
import { mapNumbers } from "../../../../packages/core/src/calculation/columns/map-numbers.ts";
import { combineNumbers } from "../../../../packages/core/src/calculation/columns/number-operations.ts";
import { ratios } from "../../../../packages/core/src/calculation/columns/numbers.ts";
import { rowTexts, wholeOf } from "../../../support/number-columns.ts";

const THREE = createDomain(3, new Map());

it("a figure of others is made row by row, counted where one of them is, and stands on all", () => {
  const figures: FigureList = [];
  const input = (
    source: string,
    values: readonly number[],
    marks: readonly number[],
    index?: Int32Array,
  ): NumberInput => {
    const rows = Uint8Array.from(marks);
    const compute = () => ({ numbers: wholeOf(values), counted: () => rows });
    const domain = createDomain(values.length, new Map());
    const parts = { sources: new Set([source]), reaches: [], compute };
    return { figure: createFigure(domain, parts, figures), index };
  };
  const counts = input("fact|pupils", [1, 2, 3], [1, 0, 0]);
  const rates = input("parameter|rate", [10, 20], [0, 1], Int32Array.of(0, 0, 1));
  const product = mapNumbers([counts, rates], THREE, { figures }, ([left, right]) =>
    combineNumbers("*", left ?? ratios([]), right ?? ratios([])),
  );
  expect(rowTexts(product.current().numbers)).toEqual(["10", "20", "60"]);
  expect(product.current().counted()).toEqual(Uint8Array.of(1, 0, 1));
  expect([...product.sources]).toEqual(["fact|pupils", "parameter|rate"]);
  expect(product.reaches.map(({ figure }) => figure)).toEqual([counts.figure, rates.figure]);
});
