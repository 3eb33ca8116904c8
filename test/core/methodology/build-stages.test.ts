import { describe, expect, it } from "vitest";
import { parseMethodology } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { tinyFormula, tinyLayer, tinyLine } from "../../support/tiny-methodology.ts";
import { labelOf } from "../../support/tiny-names.ts";
import {
  stagedFaults,
  stagedLayer,
  stagedMethodology,
  tinySolve,
  tinyStage,
} from "../../support/tiny-stages.ts";

const LIMIT = { lines: ["main"], envelope: "envelope" };
const POOL = { into: "main", amount: "envelope", weight: "need" };
const TOTAL = { total: "total(pupils * rate)" };

it("stages stand by their order, whatever their place in the documents", () => {
  const { stages } = stagedMethodology([
    tinyStage("later", "limit", { ...LIMIT, order: 20 }),
    tinyStage("sooner", "limit", { ...LIMIT, order: 5 }),
  ]);
  expect(stages.map(({ id }) => id)).toEqual(["sooner", "later"]);
});

describe("two stages of one order", () => {
  const [own, other] = [{ validTo: "2026-01-01" }, { validFrom: "2026-01-01" }];

  it("are refused when both hold", () => {
    expect(stagedFaults([tinyStage("a", "limit", LIMIT), tinyStage("b", "fit", LIMIT)])).toEqual([
      "stage-order stages.1.order b a",
    ]);
  });

  it("may follow each other in time", () => {
    const stages = [
      tinyStage("a", "limit", { ...LIMIT, ...own }),
      tinyStage("b", "fit", { ...LIMIT, ...other }),
    ];
    expect(stagedFaults(stages)).toEqual([]);
  });
});

describe("wordings of one stage", () => {
  const wordings = [
    tinyStage("s", "limit", { ...LIMIT, validTo: "2026-01-01" }),
    tinyStage("s", "fit", { ...LIMIT, validFrom: "2026-01-01" }),
  ];

  it("may differ in kind", () => {
    expect(stagedFaults(wordings)).toEqual([]);
  });

  it("give what any of them gives", () => {
    const formulas = [tinyFormula("f", "KZT", "total(s.change['main'])")];
    const lines = [tinyLine("main", "need")];
    expect(stagedFaults(wordings, { formulas, lines })).toEqual([]);
  });

  it("cannot be told apart when known from one day and valid on a common one", () => {
    expect(stagedFaults([tinyStage("s", "limit", LIMIT), tinyStage("s", "fit", LIMIT)])).toEqual([
      "definition-duplicate stages.1 s stage",
    ]);
  });

  it("give a pool by the same groups", () => {
    const stages = [
      tinyStage("s", "pool", { ...POOL, validTo: "2026-01-01" }),
      tinyStage("s", "pool", { ...POOL, by: ["district"], validFrom: "2026-01-01" }),
    ];
    expect(stagedFaults(stages)).toEqual(["formula-signature stages.1.by s [] [district]"]);
  });

  it("give a rate in the same unit", () => {
    const rates = [{ rate: "rate", label: labelOf("rate"), unit: "KZT", places: 0 }];
    const stages = [
      tinySolve("s", "rate", { ...TOTAL, validTo: "2026-01-01" }),
      tinySolve("s", "rate", { ...TOTAL, rates, validFrom: "2026-01-01" }),
    ];
    expect(stagedFaults(stages)).toEqual([
      "formula-signature stages.1.rates.0.rate rate KZT/pupil KZT",
    ]);
  });

  it("of a later layer replace those below it", () => {
    const city = tinyLayer({ stages: [tinyStage("s", "limit", { ...LIMIT, order: 7 })] });
    const { stages } = getValue(parseMethodology([stagedLayer(wordings), city]));
    expect(stages.map(({ kind, order }) => [kind, order])).toEqual([["limit", 7]]);
  });
});

describe("stages share the names of values", () => {
  it("a result with a formula", () => {
    const formulas = [tinyFormula("s.pool", "KZT", "0"), tinyFormula("plain", "KZT", "0")];
    expect(stagedFaults([tinyStage("s", "pool", POOL)], { formulas })).toEqual([
      "definition-duplicate stages.0 s.pool formula",
    ]);
  });

  it("a rate with a parameter", () => {
    const change = { total: "total(pupils) * 1 KZT/pupil", target: "1 KZT" };
    expect(stagedFaults([tinySolve("s", "envelope", change)])).toEqual([
      "definition-duplicate stages.0.rates.0.rate envelope parameter",
    ]);
  });

  it("a rate with that of another stage", () => {
    const stages = [tinySolve("s", "rate", TOTAL), tinySolve("t", "rate", { ...TOTAL, order: 11 })];
    expect(stagedFaults(stages)).toContain("definition-duplicate stages.1.rates.0.rate rate rate");
  });
});
