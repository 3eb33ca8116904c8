import { describe, expect, it } from "vitest";
import {
  datedGround,
  numberValue,
  traceNode,
  undatedGround,
} from "../../../packages/core/src/calculation/trace.ts";
import { ratioOf } from "../../../packages/core/src/money/index.ts";
import { calendarDate } from "../../../packages/core/src/time/index.ts";

const VALUE = numberValue(ratioOf(1n), "KZT");
const LABEL = { ru: "приказ", kk: "бұйрық", en: "order" };
const PROVISION = {
  id: "order-1/2",
  act: { id: "order-1", label: LABEL, number: undefined, adoptedOn: undefined, url: undefined },
  locator: LABEL,
};

describe("an exact value is written", () => {
  it.each([
    [ratioOf(3n), "3"],
    [ratioOf(-5n, 2n), "-2.5"],
    [ratioOf(1n, 3n), "1/3"],
    [ratioOf(-4n, 6n), "-2/3"],
    [ratioOf(6n, 3n), "2"],
    [ratioOf(0n, 7n), "0"],
    [ratioOf(1n, 128n), "0.0078125"],
  ])("%o as %s", (value, expected) => {
    expect(numberValue(value, "KZT")).toEqual({ kind: "number", exact: expected, unit: "KZT" });
  });
});

describe("a node", () => {
  it("takes the weakest status of its own ground and of everything below it", () => {
    const ground = (status: "enacted" | "secondary" | "assumed") =>
      undatedGround({ status, provision: undefined, source: undefined });
    const leaf = traceNode({ kind: "parameter", id: "p", value: VALUE, ground: ground("assumed") });
    const middle = traceNode({
      ...{ kind: "formula", id: "f", value: VALUE },
      ground: ground("enacted"),
      inputs: [leaf],
    });
    const strong = traceNode({
      ...{ kind: "parameter", id: "q", value: VALUE },
      ground: ground("secondary"),
    });
    const top = traceNode({ kind: "line", id: "l", value: VALUE, inputs: [strong, middle] });
    expect([leaf, middle, strong, top].map(({ status }) => status)).toEqual([
      ...["assumed", "assumed", "secondary", "assumed"],
    ]);
  });

  it("has no status when nothing in it has one", () => {
    expect(traceNode({ kind: "fact", id: "pupils", value: VALUE }).status).toBeUndefined();
  });
});

describe("a ground", () => {
  it("names the act and the clause", () => {
    const ground = undatedGround({ status: "enacted", provision: PROVISION, source: "press" });
    expect(ground).toMatchObject({
      act: LABEL,
      locator: LABEL,
      source: "press",
      validFrom: undefined,
    });
  });

  it("tells the last day of validity, not the day after it", () => {
    const rule = {
      ...({ status: "secondary", provision: undefined, source: "press" } as const),
      knownFrom: calendarDate("2025-12-15"),
    };
    const from = calendarDate("2026-01-01");
    const year = datedGround({ ...rule, validity: { from, to: calendarDate("2027-01-01") } });
    expect([year.validFrom, year.validUntil, year.knownFrom]).toEqual([
      ...["2026-01-01", "2026-12-31", "2025-12-15"],
    ]);
    expect(datedGround({ ...rule, validity: { from, to: undefined } }).validUntil).toBeUndefined();
  });
});
