/** The trace of a school's line: an amount by a norm and a count. */
import type { TraceGraph } from "../../../packages/api/src/contract.ts";

type Node = TraceGraph["nodes"][number];

/** 476,000 tenge for each of 1,536 pupils. */
export const TRACE: TraceGraph = {
  ...{ organisationId: "001", line: "secondary/04.2.360.040/formula", of: "amount" },
  nodes: [
    node("line", "secondary/04.2.360.040/formula", "731136000.00", "KZT", {
      ...{ expression: "school", withValues: withValues("⟦0⟧", ["731136000", "KZT"]) },
      ...{ status: "assumed", inputs: [1, 5] },
    }),
    node("formula", "school", "731136000", "KZT", {
      label: { ru: "Сумма школы", kk: "Мектеп сомасы", en: "Amount of the school" },
      expression: "norm[level] * pupils['basic']",
      withValues: withValues("⟦0⟧ * ⟦1⟧", ["476000", "KZT/pupil"], ["1536", "pupil"]),
      ...{ status: "assumed", inputs: [2, 4] },
    }),
    node("formula", "norm", "476000", "KZT/pupil", {
      label: { ru: "Норматив", kk: "Норматив", en: "Norm" },
      ...{ expression: "rate", withValues: withValues("⟦0⟧", ["476000", "KZT/pupil"]) },
      ground: {
        status: "enacted",
        act: { ru: "Приказ № 597", kk: "№ 597 бұйрық", en: "Order No 597" },
        locator: { ru: "п. 6", kk: "6-т.", en: "para 6" },
        ...{ source: undefined, validFrom: undefined, validUntil: undefined },
        ...{ knownFrom: undefined, replaced: undefined },
      },
      ...{ status: "assumed", inputs: [3] },
    }),
    node("parameter", "rate", "476000", "KZT/pupil", {
      label: { ru: "Ставка", kk: "Мөлшерлеме", en: "Rate" },
      ground: {
        ...{ status: "assumed", act: undefined, locator: undefined, source: "пресса" },
        ...{ validFrom: "2026-01-01", validUntil: undefined, knownFrom: "2025-12-01" },
        replaced: undefined,
      },
      status: "assumed",
    }),
    node("fact", "pupils", "1536", "pupil", {
      label: { ru: "Ученики", kk: "Оқушылар", en: "Pupils" },
      counted: { file: "headcounts.csv", row: 512 },
    }),
    {
      ...node("attribute", "tier", "", "", {
        label: { ru: "Уровень", kk: "Деңгей", en: "Tier" },
      }),
      value: { kind: "code", codeList: "tier", code: "secondary" },
    },
  ],
};

/** The same line raised to a floor, with the case that applied. */
export const STAGED_TRACE: TraceGraph = {
  ...{ organisationId: TRACE.organisationId, line: TRACE.line, of: "amount" },
  nodes: [
    node("line", TRACE.line, "800000000.00", "KZT", {
      cases: [{ formula: "norm", label: "D-2" }],
      ...{ status: "assumed", inputs: [6, 7] },
    }),
    ...TRACE.nodes.slice(1),
    node("stage", "floor", "800000000.00", "KZT", {
      label: { ru: "Защита", kk: "Қорғау", en: "Protection" },
      before: { kind: "number", exact: "731136000.00", unit: "KZT" },
      sentences: [
        {
          code: "floor-raised",
          facts: [
            { name: "bound", value: { kind: "number", exact: "800000000", unit: "KZT" } },
            { name: "change", value: { kind: "number", exact: "68864000", unit: "KZT" } },
          ],
        },
      ],
      ground: {
        ...{ status: "assumed", act: undefined, locator: undefined, source: "пресса" },
        ...{ validFrom: undefined, validUntil: undefined, knownFrom: undefined },
        replaced: undefined,
      },
      status: "assumed",
    }),
    node("line-amount", "state", "731136000.00", "KZT", {
      label: { ru: "Госзаказ", kk: "Мемтапсырыс", en: "State order" },
      ...{ expression: "school", withValues: withValues("⟦0⟧", ["731136000", "KZT"]) },
      ...{ status: "assumed", inputs: [1, 5] },
    }),
  ],
};

function node(
  kind: Node["kind"],
  id: string,
  exact: string,
  unit: string,
  parts: Partial<Node>,
): Node {
  return {
    ...{ kind, id, label: undefined, key: [], value: { kind: "number", exact, unit } },
    ...{ expression: undefined, withValues: undefined, rounding: undefined, ground: undefined },
    ...{ counted: undefined, status: undefined, inputs: [] },
    ...{ before: undefined, sentences: [], cases: [] },
    ...parts,
  };
}

function withValues(text: string, ...values: readonly (readonly [string, string])[]) {
  return {
    text,
    values: values.map(([exact, unit]) => ({ kind: "number", exact, unit }) as const),
  };
}
