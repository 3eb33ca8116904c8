import { describe, expect, it } from "vitest";
import { type Methodology, replaceParameters } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { briefly } from "../../support/raw-tables.ts";
import { parameter, parseSchool, RATE, valued } from "../../support/school-methodology.ts";
import { tableOfRows } from "../../support/table-of-rows.ts";

type Row = Readonly<Record<string, string>>;

const PRICE = parameter(
  "price",
  "KZT",
  [valued("5", { key: { level: "primary" } }), valued("7")],
  ...["level", "ownership"],
);
const METHODOLOGY = getValue(parseSchool({ parameters: [RATE, PRICE] }));

/** A row in good order with other cells. */
function row(change: Row = {}): Row {
  return {
    ...{ parameter_id: "rate", unit: "KZT/pupil", key: "", value: "1200" },
    ...{ valid_from: "2026-01-01", valid_to: "2026-12-31", known_from: "2025-12-12" },
    ...{ status: "assumed", source_note: "решение", ...change },
  };
}

describe("a table of parameters", () => {
  it("takes the place of all values: what it leaves out has none", () => {
    const { parameters } = getValue(replace(row()));
    expect(parameters.get("rate")?.values.map(({ digits }) => digits)).toEqual(["1200"]);
    expect(parameters.get("price")?.values).toEqual([]);
  });

  it("leaves everything else as it was", () => {
    const { parameters: _own, ...rest } = getValue(replace(row()));
    const { parameters: _other, ...expected } = METHODOLOGY;
    expect(rest).toEqual(expected);
    expect(METHODOLOGY.parameters.get("rate")?.values).toHaveLength(1);
  });

  it.each([
    ["2026-12-31", "2027-01-01"],
    ["2026-02-28", "2026-03-01"],
    ["2026-01-01", "2026-01-02"],
    ["31.12.2026", "2027-01-01"],
    ["", undefined],
  ])("counts the last day in: %s is the day before %s", (last, to) => {
    expect(valueOfRow({ valid_to: last })?.validity).toEqual({ from: "2026-01-01", to });
  });

  it.each([
    ["enacted", "решение", "secondary"],
    ["local", "решение", "secondary"],
    ["secondary", "решение", "secondary"],
    ["draft", "решение", "draft"],
    ["assumed", "решение", "assumed"],
    ["enacted", "", "assumed"],
    ["secondary", "", "assumed"],
  ])(
    "%s with source «%s» comes in as %s, for a table names no clause",
    (status, note, expected) => {
      const value = valueOfRow({ status, source_note: note });
      expect([value?.status, value?.source]).toEqual([expected, note === "" ? undefined : note]);
      expect(value?.provision).toBeUndefined();
    },
  );

  it.each([
    ["level=primary;ownership=state", ["primary", "state"]],
    ["ownership=state; level=primary;", ["primary", "state"]],
    ["level=primary", ["primary", undefined]],
    ["", [undefined, undefined]],
  ])("reads the key «%s» in any order", (key, expected) => {
    expect(valueOfRow({ parameter_id: "price", unit: "KZT", key })?.key).toEqual(expected);
  });

  it("reads a figure as people write it and knows where it stands", () => {
    expect(valueOfRow({ value: "19 895,50" })).toMatchObject({
      digits: "19895.5",
      place: { file: "parameters.csv", row: 2, column: "value" },
    });
  });

  it("may write the unit in another order", () => {
    expect(valueOfRow({ unit: "KZT/child" })?.digits).toBe("1200");
  });
});

describe("a table of parameters is refused", () => {
  it.each<[string, Row, readonly string[]]>([
    [
      "for a parameter that there is not",
      { parameter_id: "rat" },
      ["reference-unknown 2 parameter_id"],
    ],
    ["for another unit", { unit: "KZT/month" }, ["unit-mismatch 2 unit"]],
    ["for a unit that is none", { unit: "KZT per pupil" }, ["unit-unknown 2 unit"]],
    ["for a value that is no number", { value: "много" }, ["number-malformed 2 value"]],
    [
      "for a day that does not exist",
      { valid_from: "2026-02-30" },
      ["date-malformed 2 valid_from"],
    ],
    ["for an end before the beginning", { valid_to: "2025-12-31" }, ["validity-order 2 valid_to"]],
    ["for a status that there is not", { status: "official" }, ["code-unknown 2 status"]],
    ["for an empty cell", { known_from: "" }, ["value-missing 2 known_from"]],
    [
      "for a dimension that the parameter does not have",
      { key: "level=primary" },
      ["reference-unknown 2 key"],
    ],
    [
      "for a code that the dimension does not have",
      { ...priceCells(), key: "level=third" },
      ["code-unknown 2 key"],
    ],
    ["for a dimension without a code", { ...priceCells(), key: "level" }, ["code-unknown 2 key"]],
    [
      "for a code that goes on",
      { ...priceCells(), key: "level=primary=basic" },
      ["code-unknown 2 key"],
    ],
    [
      "for a dimension that stands twice",
      { ...priceCells(), key: "level=primary;level=basic" },
      ["definition-duplicate 2 key"],
    ],
  ])("%s", (_, change, expected) => {
    expect(faultsOf(row(change))).toEqual(expected);
  });

  it("with every fault at once, also in rows of a parameter that there is not", () => {
    const faults = faultsOf(
      row({ parameter_id: "rat", value: "x", status: "official" }),
      row(),
      row({ unit: "KZT", valid_from: "1 января", known_from: "" }),
    );
    expect(faults).toEqual([
      "reference-unknown 2 parameter_id",
      "number-malformed 2 value",
      "code-unknown 2 status",
      "unit-mismatch 4 unit",
      "date-malformed 4 valid_from",
      "value-missing 4 known_from",
    ]);
  });

  it("for two values of one key that cannot be told apart", () => {
    const halves = [row({ valid_to: "2026-06-30" }), row({ valid_from: "2026-07-01" })];
    expect(faultsOf(...halves)).toEqual([]);
    expect(faultsOf(row(), row({ valid_from: "2026-12-31" }))).toEqual([
      "parameter-overlap 3 value",
    ]);
  });

  it("for columns that are missing", () => {
    const { status: _status, value: _value, source_note: _note, ...rest } = row();
    expect(faultsOf(rest)).toEqual(["column-missing", "column-missing"]);
  });
});

function priceCells(): Row {
  return { parameter_id: "price", unit: "KZT" };
}

function replace(...rows: readonly Row[]) {
  return replaceParameters(METHODOLOGY, tableOfRows("parameters.csv", rows));
}

function faultsOf(...rows: readonly Row[]): readonly string[] {
  const result = replace(...rows);
  return result.ok ? [] : briefly(result.issues);
}

function valueOfRow(change: Row) {
  const { parameters }: Methodology = getValue(replace(row(change)));
  return parameters.get(row(change)["parameter_id"] ?? "")?.values[0];
}
