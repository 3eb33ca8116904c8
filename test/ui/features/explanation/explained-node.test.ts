import { describe, expect, it } from "vitest";
import type { TraceNode } from "../../../../packages/core/src/index.ts";
import { explainedInputs } from "../../../../packages/ui/src/features/explanation/explained-node.ts";
import { namesOfRun } from "../../../../packages/ui/src/features/explanation/names-of-run.ts";
import { traceTree } from "../../../../packages/ui/src/features/explanation/trace-tree.ts";
import { createCoreTranslate } from "../../../../packages/ui/src/i18n/texts.ts";
import { NAMES } from "../../support/small-run.ts";
import { TRACE } from "../../support/small-trace.ts";

const reader = {
  names: namesOfRun(NAMES),
  language: "en",
  translate: createCoreTranslate("en"),
} as const;
const ROOT = traceTree(TRACE);

describe("a value of the panel", () => {
  const [school] = explainedInputs(ROOT, reader);
  const [norm, pupils] = school?.inputs ?? [];

  it("says how it was made, and the ground of its rule", () => {
    expect(school?.detail).toBe("476,000.00\u202F₸/pupil × 1,536\u202Fpupils");
    expect(norm?.detail).toBeUndefined();
    expect(norm?.grounds).toEqual(["ground: Order No 597, para 6"]);
  });

  it("that was read says where, and since when it holds", () => {
    expect(pupils?.detail).toBe("file headcounts.csv, row 512");
    expect(norm?.inputs[0]?.grounds).toEqual([
      "status: assumed; valid from 01.01.2026; known from 01.12.2025",
      "source: press",
    ]);
  });

  it("that came from an organisation which is gone says what part of it", () => {
    const key = [{ dimension: "organisation", code: "old" }];
    const number = (exact: string) => ({ kind: "number", exact, unit: "pupil" }) as const;
    const part: TraceNode = {
      ...{ ...cell("", "5"), kind: "fact", id: "pupils", key },
      withValues: { text: "⟦0⟧ * ⟦1⟧", values: [number("10"), { ...number("0.5"), unit: "1" }] },
      counted: { file: "facts.csv", row: 2 },
    };
    const [told] = explainedInputs({ ...ROOT, inputs: [part] }, reader);
    expect([told?.title, told?.detail]).toEqual([
      "pupils [from organisation old]",
      "10\u202Fpupils × 0.5; file facts.csv, row 2",
    ]);
  });

  it("that the run made of others says how, and is no empty row", () => {
    const key = [{ dimension: "district", code: "medeu" }];
    const count = { name: "count", value: { kind: "number", exact: "2", unit: "1" } } as const;
    const total: TraceNode = {
      ...{ ...cell("", "5"), kind: "total", id: "total", key, expression: "pupils" },
      sentences: [{ code: "total-members", facts: [count] }],
    };
    const presence: TraceNode = {
      ...{ ...cell("", "1"), kind: "presence", id: "pupils", key: [] },
      value: { kind: "truth", isTrue: false },
    };
    const nodes = explainedInputs({ ...ROOT, inputs: [total, presence] }, reader);
    expect(nodes.map(({ title, value, detail }) => [title, value, detail])).toEqual([
      ["Total over organisations: Pupils [Medeu]", "5\u202Fpupils", "Organisations added up: 2"],
      ["pupils", "not in the register", undefined],
    ]);
  });

  it("stands at the same place in every organisation's trace", () => {
    const again = explainedInputs(traceTree({ ...TRACE, organisationId: "002" }), reader);
    expect(again.map(({ place }) => place)).toEqual(
      explainedInputs(ROOT, reader).map(({ place }) => place),
    );
  });
});

describe("a sum", () => {
  it("shows its cells, alike ones together and zeros in one line", () => {
    const cells = [
      cell("primary", "5"),
      cell("basic", "5"),
      cell("senior", "7"),
      cell("none", "0"),
    ];
    const shown = explainedInputs({ ...ROOT, inputs: [sum(cells)] }, reader);
    expect(shown.map(({ title, value, detail }) => [title, value, detail])).toEqual([
      ["Primary; basic", "5\u202Fpupils", "each of 2 = 5\u202Fpupils"],
      ["Senior", "7\u202Fpupils", undefined],
      ["Equal to 0: none", "", undefined],
    ]);
  });
});

describe("a rounding", () => {
  const rounding = (before: string): TraceNode => ({
    ...sum([]),
    ...{ kind: "rounding", inputs: [cell("basic", before)] },
    value: { kind: "number", exact: "5", unit: "KZT" },
    rounding: {
      before: { kind: "number", exact: before, unit: "KZT" },
      ...{ places: 0, mode: "half-up" },
    },
  });

  it("is told after what it rounds", () => {
    const shown = explainedInputs({ ...ROOT, inputs: [rounding("4.5")] }, reader);
    expect(shown).toHaveLength(2);
    expect(shown[1]?.title).toContain("4.50\u202F₸ → 5.00\u202F₸");
  });

  it("that changed nothing is passed over", () => {
    expect(explainedInputs({ ...ROOT, inputs: [rounding("5")] }, reader)).toHaveLength(1);
  });
});

function sum(inputs: readonly TraceNode[]): TraceNode {
  return { ...cell("", "17"), kind: "sum", inputs };
}

function cell(level: string, exact: string): TraceNode {
  return {
    ...{ kind: "cell", id: "sum", label: undefined, key: [{ dimension: "level", code: level }] },
    value: { kind: "number", exact, unit: "pupil" },
    ...{ expression: undefined, withValues: undefined, rounding: undefined, ground: undefined },
    ...{ counted: undefined, status: undefined, inputs: [] },
    ...{ before: undefined, sentences: [], cases: [] },
  };
}
