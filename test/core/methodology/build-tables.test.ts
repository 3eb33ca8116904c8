import { describe, expect, it } from "vitest";
import { parseMethodology } from "../../../packages/core/src/methodology/parse-methodology.ts";
import { documentFaults } from "../../support/document-faults.ts";
import { getValue } from "../../support/get-value.ts";
import { tinyCodeList, tinyLayer } from "../../support/tiny-methodology.ts";
import { labelOf } from "../../support/tiny-names.ts";

type Json = Readonly<Record<string, unknown>>;

const codeLists = [tinyCodeList("level", ["primary", "basic"])];

/** Points as pairs of where they begin and what holds from there. */
function points(...pairs: readonly (readonly [from: string, value: string])[]): Json {
  return { points: pairs.map(([from, value]) => ({ from, value })) };
}

function dated(own: Json, change: Json = {}): Json {
  const days = { validFrom: "2026-01-01", knownFrom: "2025-12-01", status: "assumed" };
  return { ...own, ...days, ...change };
}

function withTable(values: readonly Json[], change: Json = {}) {
  const units = { operandUnit: "pupil", unit: "KZT/pupil/year" };
  const table = { table: "steps", label: labelOf("steps"), ...units, dimensions: ["level"] };
  return { codeLists, tables: [{ ...table, values, ...change }] };
}

const STEPS = points(["0", "1.50"], ["100", "2"], ["100.5", "1"]);

it("a table has its units and its points as exact numbers, with the digits as written", () => {
  const key = { level: "basic" };
  const layer = tinyLayer(withTable([dated(STEPS, { key, validTo: "2027-01-01" })]));
  const table = getValue(parseMethodology([layer])).tables.get("steps");
  expect(table?.operandUnit.get("pupil")).toBe(1);
  expect(table?.unit.get("KZT")).toBe(1);
  expect(table?.values).toHaveLength(1);
  expect(table?.values[0]).toMatchObject({
    key: ["basic"],
    validity: { from: "2026-01-01", to: "2027-01-01" },
    knownFrom: "2025-12-01",
    status: "assumed",
    place: { file: "main.json", path: ["tables", 0, "values", 0] },
  });
  expect(table?.values[0]?.points.map(({ digits }) => digits)).toEqual([
    { from: "0", value: "1.50" },
    { from: "100", value: "2" },
    { from: "100.5", value: "1" },
  ]);
  expect(table?.values[0]?.points[2]?.from).toEqual({ numerator: 1005n, denominator: 10n });
});

it("a later layer replaces a table whole", () => {
  const layers = [
    tinyLayer(withTable([dated(STEPS)])),
    tinyLayer({ tables: withTable([dated(points(["0", "9"]))]).tables }),
  ];
  const values = getValue(parseMethodology(layers)).tables.get("steps")?.values ?? [];
  expect(values.map((each) => each.points.map(({ digits }) => digits.value))).toEqual([["9"]]);
});

describe("points ascend, each from its own place", () => {
  const at = "tables.0.values.0.points";

  it.each([
    [points(["-1", "1"], ["0", "1"], ["0.1", "1"]), []],
    [points(["1", "1"], ["0", "1"]), [`table-unordered ${at}.1.from 0 1`]],
    [points(["1", "1"], ["1.0", "2"]), [`table-unordered ${at}.1.from 1.0 1`]],
    [
      points(["1", "1"], ["0", "1"], ["0", "1"]),
      [`table-unordered ${at}.1.from 0 1`, `table-unordered ${at}.2.from 0 0`],
    ],
  ])("%#", (own, faults) => {
    expect(documentFaults(withTable([dated(own)]))).toEqual(faults);
  });
});

describe("a table that cannot be understood is refused where it stands", () => {
  const at = "tables.0.values.0";
  const long = "1".repeat(35);

  it.each([
    [
      points([long, "1"], ["0", long]),
      [
        `document-malformed ${at}.points.0.from 34 × 0–9 ${long}`,
        `document-malformed ${at}.points.1.value 34 × 0–9 ${long}`,
      ],
    ],
    [{ ...STEPS, key: { level: "basik" } }, [`code-unknown ${at}.key.level basik primary, basic`]],
    [{ ...STEPS, key: { levle: "basic" } }, [`reference-unknown ${at}.key.levle levle dimension`]],
  ])("%#", (own, faults) => {
    expect(documentFaults(withTable([dated(own)]))).toEqual(faults);
  });

  it("with a day that does not exist and a status without its ground", () => {
    const change = { validFrom: "2026-02-30", status: "enacted" };
    expect(documentFaults(withTable([dated(STEPS, change)]))).toEqual([
      `date-malformed ${at}.validFrom 2026-02-30`,
      `provenance-missing ${at}.status enacted provision, confirmedBy`,
    ]);
  });

  it("with dimensions that nobody knows", () => {
    expect(documentFaults(withTable([], { dimensions: ["levels", "level", "level"] }))).toEqual([
      "reference-unknown tables.0.dimensions.0 levels codeList level",
      "definition-duplicate tables.0.dimensions.2 level dimension",
    ]);
  });

  it("when two of its values cannot be told apart", () => {
    expect(documentFaults(withTable([dated(STEPS), dated(points(["0", "1"]))]))).toEqual([
      "parameter-overlap tables.0.values.1 steps  2025-12-01",
    ]);
  });

  it("when it is declared twice", () => {
    const [table] = withTable([]).tables;
    expect(documentFaults({ codeLists, tables: [table, table] })).toEqual([
      "definition-duplicate tables.1 steps table",
    ]);
  });
});
