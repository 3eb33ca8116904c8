import { expect, it } from "vitest";
import { createDomain } from "../../../../packages/core/src/calculation/columns/domain.ts";
import {
  createFigure,
  type FigureList,
  type Reach,
  type Readings,
  reachInput,
} from "../../../../packages/core/src/calculation/columns/figure.ts";
import { noteReached } from "../../../../packages/core/src/calculation/columns/reached.ts";
import type { UsedParameter } from "../../../../packages/core/src/calculation/run-state.ts";
import { usedInColumns } from "../../../support/three-schools.ts";

/** Figures of two rows, each of which notes the rows that it was asked for. */
function createNoting() {
  const figures: FigureList = [];
  const asked: Record<string, readonly number[]> = {};
  const noting = (name: string, reaches: readonly Reach[] = []) => {
    const note = (rows: Uint8Array, readings: Readings) => {
      asked[name] = [...rows];
      readings.parameters.set(name, { parameter: name } as UsedParameter);
    };
    const parts = { sources: new Set<string>(), reaches, compute: () => 0, note };
    return createFigure(createDomain(2, new Map()), parts, figures);
  };
  return { figures, asked, noting };
}

it("a question goes down to all that is asked on the way, and to nothing else", () => {
  const { figures, asked, noting } = createNoting();
  const bottom = noting("bottom");
  noting("aside");
  const turned = reachInput({ figure: bottom, index: Int32Array.of(1, 0) });
  const middle = noting("middle", [turned]);
  const other = noting("other", [reachInput({ figure: bottom, index: undefined })]);
  const question = { index: undefined, rows: Uint8Array.of(1, 0), size: 2 };
  const { parameters } = noteReached(figures, [{ ...question, figure: middle }]);
  expect(asked).toEqual({ middle: [1, 0], bottom: [0, 1] });
  expect([...parameters.keys()].toSorted()).toEqual(["bottom", "middle"]);
  noteReached(figures, [
    { ...question, figure: middle },
    { ...question, figure: other },
  ]);
  expect(asked).toMatchObject({ middle: [1, 0], other: [1, 0], bottom: [1, 1] });
});

it("where no rows are named all ask; through an index they ask for its rows", () => {
  const { figures, asked, noting } = createNoting();
  const figure = noting("figure");
  const index = Int32Array.of(1, 1, 1);
  noteReached(figures, [{ figure, index, rows: undefined, size: 3 }]);
  expect(asked).toEqual({ figure: [0, 1] });
  noteReached(figures, [{ figure, index, rows: Uint8Array.of(0, 0, 0), size: 3 }]);
  expect(asked).toEqual({ figure: [0, 0] });
});

it("values of the law are told where some school came to them", () => {
  expect(usedInColumns("if(is_large, weight['primary'], 1)")).toEqual(["weight|level=primary"]);
  expect(usedInColumns("if(all_pupils > 100, weight['primary'], 1)")).toEqual([]);
  expect(usedInColumns("if(all_pupils > 100, 1, share[ownership])")).toEqual([
    ...["share|ownership=private", "share|ownership=state"],
  ]);
  expect(usedInColumns("if(is_large, share[ownership], 1)")).toEqual(["share|ownership=state"]);
  const ofRow = "sum(over count, level: weight[level] * pupils[count, level]) / 1 pupil";
  expect(usedInColumns(ofRow, {}, { when: "ownership = 'private'" })).toEqual([
    "weight|level=primary",
  ]);
});

it("what stands beside the amount is told too: the condition, and people where there is a line", () => {
  const ofLine = (headcount: string) => ({
    ...{ when: "rate > 0 KZT/pupil", exists: "counted" },
    headcount,
  });
  const people = "weight['basic'] * pupils['january', 'primary']";
  expect(usedInColumns("all_pupils", {}, ofLine(people))).toEqual(["rate|", "weight|level=basic"]);
  expect(usedInColumns("1", {}, ofLine(people))).toEqual(["rate|"]);
});
