import { expect, it } from "vitest";
import { inheritedNodes } from "../../../packages/core/src/calculation/explain-inherited.ts";
import { present } from "../../../packages/core/src/kernel/index.ts";
import { ONE, ratioOf } from "../../../packages/core/src/money/index.ts";
import { schoolPlan } from "../../support/school-methodology.ts";

const FACT = present(schoolPlan().methodology.facts.get("pupils"), "pupils");
const KEY = [{ dimension: "level", code: "primary" }];
const SOURCE = { file: "last_year.csv", row: 7 };

it("each part tells whom it came from, what part of the whole it is, and its row", () => {
  const inherited = [
    { organisationId: "b", share: ONE, value: ratioOf(10n), source: SOURCE },
    { organisationId: "c", share: ratioOf(1n, 3n), value: ratioOf(20n, 3n), source: SOURCE },
  ];
  const cell = { codes: ["primary"], value: ratioOf(50n, 3n), source: SOURCE, inherited };
  const [whole, part] = inheritedNodes(cell, FACT, KEY);
  expect(whole).toMatchObject({
    key: [...KEY, { dimension: "organisation", code: "b" }],
    value: { exact: "10", unit: "pupil" },
    withValues: undefined,
    counted: SOURCE,
  });
  expect(part).toMatchObject({
    value: { exact: "20/3" },
    withValues: { text: "⟦0⟧ * ⟦1⟧", values: [{ exact: "20" }, { exact: "1/3", unit: "1" }] },
  });
});

it("a cell of one's own has no parts", () => {
  expect(inheritedNodes(undefined, FACT, KEY)).toEqual([]);
  expect(inheritedNodes({ codes: [], value: ONE, source: SOURCE }, FACT, KEY)).toEqual([]);
});
