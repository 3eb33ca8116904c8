import { describe, expect, it } from "vitest";
import type { Issue } from "../../../packages/core/src/kernel/index.ts";
import {
  buildDated,
  buildValidity,
  referDimensions,
  referFigure,
  reportOverlaps,
} from "../../../packages/core/src/methodology/build-dated-value.ts";
import { faultText } from "../../support/document-faults.ts";
import { TINY_NAMES } from "../../support/tiny-names.ts";

const PLACE = { file: "main.json", path: ["tables", 0] };
const { codeLists } = TINY_NAMES;

function faultsOf(build: (report: (found: Issue) => void) => unknown): readonly string[] {
  const issues: Issue[] = [];
  build((found) => issues.push(found));
  return issues.map(faultText);
}

const DATED = { validFrom: "2026-01-01", knownFrom: "2025-12-01", status: "assumed" } as const;

function build(value: Parameters<typeof buildDated>[0]["value"]) {
  const context = { codeLists, provisions: new Map(), report: () => undefined };
  return buildDated({ value, place: PLACE, layer: 0 }, ["level", "location"], context);
}

it("a key has its codes in the order of the dimensions; what it leaves out stays open", () => {
  expect(build({ ...DATED, key: { location: "rural", level: "basic" } })?.key).toEqual([
    ...["basic", "rural"],
  ]);
  expect(build({ ...DATED, key: { location: "rural" } })?.key).toEqual([undefined, "rural"]);
  expect(build(DATED)?.key).toEqual([undefined, undefined]);
});

it("without days that make sense there is no value", () => {
  expect(build({ ...DATED, validTo: "2026-01-01" })).toBeUndefined();
  expect(build({ ...DATED, knownFrom: "2025-13-01" })).toBeUndefined();
  expect(build({ ...DATED, validFrom: "2026-00-01" })).toBeUndefined();
});

it("an interval ends on the first day on which it no longer holds", () => {
  const days = { validFrom: "2026-01-01", validTo: "2027-01-01" };
  expect(buildValidity(days, PLACE, () => undefined)).toEqual({
    ...{ from: "2026-01-01", to: "2027-01-01" },
  });
  const backwards = { validFrom: "2026-01-01", validTo: "2025-01-01" };
  expect(faultsOf((report) => buildValidity(backwards, PLACE, report))).toEqual([
    "validity-order tables.0.validTo 2026-01-01 2025-01-01",
  ]);
});

it("a number has thirty-four digits at most", () => {
  const most = "9".repeat(34);
  expect(referFigure(most, PLACE, () => undefined)?.numerator).toBe(BigInt(most));
  expect(faultsOf((report) => referFigure(`${most}9`, PLACE, report))).toEqual([
    `document-malformed tables.0 34 × 0–9 ${most}9`,
  ]);
});

it("dimensions are code lists, each named once", () => {
  const faults = faultsOf((report) => {
    const context = { codeLists, provisions: new Map(), report };
    referDimensions(["level", "locatoin", "level"], PLACE, context);
  });
  expect(faults).toEqual([
    "reference-unknown tables.0.1 locatoin codeList location",
    "definition-duplicate tables.0.2 level dimension",
  ]);
});

describe("two values cannot be told apart", () => {
  const first = build({ ...DATED, validTo: "2026-07-01" });

  it.each([
    ["on one day, known from one day", DATED, true],
    ["after the first has ended", { ...DATED, validFrom: "2026-07-01" }, false],
    ["known from another day", { ...DATED, knownFrom: "2025-12-02" }, false],
    ["of another key", { ...DATED, key: { level: "basic" } }, false],
  ])("%s: %o", (_name, second, isRefused) => {
    const values = [first, build(second)].flatMap((each) => each ?? []);
    const definition = { id: "t", dimensions: ["level", "location"], values, place: PLACE };
    expect(faultsOf((report) => reportOverlaps(definition, report))).toEqual(
      isRefused ? ["parameter-overlap tables.0 t  2025-12-01"] : [],
    );
  });
});
