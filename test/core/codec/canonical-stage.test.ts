import { describe, expect, it } from "vitest";
import { canonicalText } from "../../../packages/core/src/codec/canonical.ts";
import { canonicalStage } from "../../../packages/core/src/codec/canonical-stage.ts";
import { labelOf } from "../../support/tiny-names.ts";
import { stagedMethodology, tinyStage } from "../../support/tiny-stages.ts";

type Json = Readonly<Record<string, unknown>>;

/** Every field of each kind, and another value of it. */
const FIELDS: Readonly<Record<string, readonly [own: Json, changes: Json]>> = {
  cap: [
    { lines: ["main"], bound: "need" },
    { per: "organisation", bound: "0", ...changing() },
  ],
  "floor-and-cap": [
    { lines: ["main"], floor: "need", cap: "need", shortfall: "envelope" },
    { floor: "0", cap: "0", shortfall: "scale", by: ["zone"], per: "organisation", ...changing() },
  ],
  pool: [
    { lines: ["main"], into: "main", collect: "need", weight: "need" },
    {
      ...{ into: "extra", collect: "0", weight: "1", amount: "envelope", by: ["zone"] },
      ...{ sharePlaces: 8, leftOver: "leave", ...changing() },
    },
  ],
  fill: [
    { change: "envelope", categories: [{ line: "main", floor: "0" }] },
    {
      ...{ change: "0", by: ["zone"], leftOver: "last", lines: ["main"] },
      categories: [{ line: "main", floor: "0", ceiling: "need" }],
    },
  ],
  fit: [
    { lines: ["main"], envelope: "envelope" },
    {
      ...{ envelope: "0", by: ["zone"], direction: "up", floor: "0", ceiling: "need" },
      ...{ leftOver: "leave", countsEstimates: true, ...changing() },
    },
  ],
  limit: [
    { lines: ["main"], envelope: "envelope" },
    { lines: ["extra"], envelope: "0", by: ["zone"], countsEstimates: true },
  ],
  solve: [
    {
      ...{ rates: [rate({})], total: "rate + another", target: "envelope" },
      ...{ least: "0", greatest: "9.5", places: 0 },
    },
    {
      ...{ rates: [rate({ places: 1 })], total: "another + rate", target: "0", tolerance: "1 KZT" },
      ...{ least: "1", greatest: "10", places: 1, approach: "nearest" },
    },
  ],
};

describe("a stage is another when one of its fields is", () => {
  const common = { order: 11, switch: "false", validFrom: "2020-01-01", validTo: "2030-01-01" };
  const known = { knownFrom: "2020-01-01", status: "draft", source: "press" };
  const cases = Object.entries(FIELDS).flatMap(([kind, [own, changes]]) =>
    Object.entries({ ...common, ...known, ...changes }).map(
      ([field, value]) => [kind, field, own, value] as const,
    ),
  );

  it.each(cases)("%s: %s", (kind, field, own, value) => {
    const ground = field === "status" ? { source: "known" } : {};
    const before = { ...own, ...ground };
    expect(canonical(kind, { ...before, [field]: value })).not.toBe(canonical(kind, before));
  });

  it("the rates of a solve in each of their own", () => {
    const [own] = FIELDS["solve"] ?? [];
    const written = { factor: "2 KZT", rounding: "down" };
    for (const [field, value] of Object.entries(written)) {
      const change = { ...own, rates: [rate({ [field]: value })] };
      expect(canonical("solve", change)).not.toBe(canonical("solve", own ?? {}));
    }
  });
});

it("a stage is the same whatever its label and the way its figures are written", () => {
  const [own] = FIELDS["solve"] ?? [];
  const change = { ...own, label: labelOf("anders"), least: "0.0", greatest: "9.50" };
  expect(canonical("solve", change)).toBe(canonical("solve", own ?? {}));
});

function changing(): Json {
  return { lines: ["main", "extra"], when: "need > 0", rounding: "down", places: 0 };
}

function rate(change: Json): Json {
  return { rate: "rate", label: labelOf("rate"), unit: "KZT", places: 0, ...change };
}

function canonical(kind: string, change: Json): string {
  const parameters = ["envelope", "another"].map((parameter) => ({
    ...{ parameter, label: labelOf(parameter), unit: "KZT", values: [] },
  }));
  const [stage] = stagedMethodology([tinyStage("s", kind, change)], { parameters }).stages;
  if (stage === undefined) throw new Error("one stage");
  const { status, source } = stage;
  return canonicalText(canonicalStage(stage, [status, source ?? ""]));
}
