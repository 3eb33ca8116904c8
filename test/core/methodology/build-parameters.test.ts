import { describe, expect, it } from "vitest";
import { parseMethodology } from "../../../packages/core/src/methodology/parse-methodology.ts";
import { documentFaults, layerFaults } from "../../support/document-faults.ts";
import { getValue } from "../../support/get-value.ts";
import {
  tinyCodeList,
  tinyLayer,
  tinyParameter,
  tinyValue,
} from "../../support/tiny-methodology.ts";
import { labelOf } from "../../support/tiny-names.ts";

const codeLists = [tinyCodeList("level", ["primary", "basic"]), tinyCodeList("age", ["under_3"])];

function rate(...values: readonly Readonly<Record<string, unknown>>[]) {
  const parameter = { parameter: "rate", label: labelOf("rate"), unit: "KZT/pupil/year" };
  return { codeLists, parameters: [{ ...parameter, dimensions: ["level", "age"], values }] };
}

it("a value has its key in the order of the dimensions, its digits and its exact value", () => {
  const key = { age: "under_3" };
  const layer = tinyLayer(rate(tinyValue("462600.50", { key, validTo: "2027-01-01" })));
  const [value] = getValue(parseMethodology([layer])).parameters.get("rate")?.values ?? [];
  expect(value).toMatchObject({
    key: [undefined, "under_3"],
    digits: "462600.50",
    value: { numerator: 4_626_005n, denominator: 10n },
    validity: { from: "2026-01-01", to: "2027-01-01" },
    knownFrom: "2025-12-01",
    status: "assumed",
    place: { file: "main.json", path: ["parameters", 0, "values", 0] },
  });
});

it("a value may be an exact fraction of whole numbers", () => {
  const [value] =
    getValue(parseMethodology([tinyLayer(rate(tinyValue("2/3")))])).parameters.get("rate")
      ?.values ?? [];
  expect(value).toMatchObject({ digits: "2/3", value: { numerator: 2n, denominator: 3n } });
  const codes = documentFaults(rate(tinyValue("2/0"), tinyValue("1.5/3")));
  expect(codes.every((text) => text.startsWith("document-malformed"))).toBe(true);
  expect(codes).toHaveLength(2);
});

it("a city adds values to its country's parameter", () => {
  const city = { parameterValues: [{ parameter: "rate", values: [tinyValue("2")] }] };
  const layers = [tinyLayer(rate(tinyValue("1", { knownFrom: "2025-11-01" }))), tinyLayer(city)];
  const { values } = getValue(parseMethodology(layers)).parameters.get("rate") ?? {};
  expect(values?.map(({ digits }) => digits)).toEqual(["1", "2"]);
});

it("a city that declares a parameter anew replaces it", () => {
  const layers = [tinyLayer(rate(tinyValue("1"))), tinyLayer(rate(tinyValue("2")))];
  const { values } = getValue(parseMethodology(layers)).parameters.get("rate") ?? {};
  expect(values?.map(({ digits }) => digits)).toEqual(["2"]);
});

it("a city that declares a parameter anew leaves out what lower layers added to the old one", () => {
  const added = (value: string) => ({
    parameterValues: [{ parameter: "rate", values: [tinyValue(value)] }],
  });
  const layers = [
    tinyLayer({ ...rate(tinyValue("1", { knownFrom: "2025-11-01" })), ...added("2") }),
    tinyLayer({ ...added("3") }),
    tinyLayer(rate()),
    tinyLayer(added("4")),
  ];
  const { values } = getValue(parseMethodology(layers)).parameters.get("rate") ?? {};
  expect(values?.map(({ digits }) => digits)).toEqual(["4"]);
});

describe("a value that cannot be understood is refused where it stands", () => {
  const at = "parameters.0.values.0";

  it.each([
    [{ key: { level: "primery" } }, `code-unknown ${at}.key.level primery primary, basic`],
    [{ key: { levle: "primary" } }, `reference-unknown ${at}.key.levle levle dimension`],
    [{ key: { levels: "primary" } }, `reference-unknown ${at}.key.levels levels dimension level`],
    [{ validFrom: "2026-02-30" }, `date-malformed ${at}.validFrom 2026-02-30`],
    [{ validTo: "2026-13-01" }, `date-malformed ${at}.validTo 2026-13-01`],
    [{ knownFrom: "2026-00-01" }, `date-malformed ${at}.knownFrom 2026-00-01`],
    [{ validTo: "2026-01-01" }, `validity-order ${at}.validTo 2026-01-01 2026-01-01`],
    [{ validTo: "2025-06-01" }, `validity-order ${at}.validTo 2026-01-01 2025-06-01`],
    [{ value: "1".repeat(35) }, `document-malformed ${at}.value 34 × 0–9 ${"1".repeat(35)}`],
  ])("%o", (change, fault) => {
    expect(documentFaults(rate({ ...tinyValue("1"), ...change }))).toEqual([fault]);
  });

  it("and so is a value of a parameter that nobody declared", () => {
    const stray = { ...rate(), parameterValues: [{ parameter: "rates", values: [] }] };
    expect(documentFaults(stray)).toEqual([
      "reference-unknown parameterValues.0.parameter rates parameter rate",
    ]);
  });

  it("and so is a dimension without a code list", () => {
    const parameters = [{ ...tinyParameter("p", "1"), dimensions: ["levels"] }];
    expect(documentFaults({ codeLists, parameters })).toEqual([
      "reference-unknown parameters.0.dimensions.0 levels codeList level",
    ]);
  });

  it("and so is a dimension named twice", () => {
    const parameters = [{ ...tinyParameter("p", "1"), dimensions: ["level", "age", "level"] }];
    expect(documentFaults({ codeLists, parameters })).toEqual([
      "definition-duplicate parameters.0.dimensions.2 level dimension",
    ]);
  });

  it("and so is a least value with more digits than a number may have", () => {
    const minimum = "0".repeat(35);
    expect(documentFaults({ parameters: [{ ...tinyParameter("p", "1"), minimum }] })).toEqual([
      `document-malformed parameters.0.minimum 34 × 0–9 ${minimum}`,
    ]);
  });

  it("and so is a parameter declared twice", () => {
    const parameters = [tinyParameter("p", "1"), tinyParameter("p", "1")];
    expect(documentFaults({ parameters })).toEqual([
      "definition-duplicate parameters.1 p parameter",
    ]);
  });
});

describe("two values that cannot be told apart are refused", () => {
  const key = { level: "primary" };
  const first = tinyValue("1", { key, validTo: "2027-01-01" });

  it.each([
    ["the same days", first, true],
    ["the last day of the first", tinyValue("2", { key, validFrom: "2026-12-31" }), true],
    ["the day after the first", tinyValue("2", { key, validFrom: "2027-01-01" }), false],
    ["known from another day", tinyValue("2", { key, knownFrom: "2026-07-16" }), false],
    ["another key", tinyValue("2", { key: { level: "basic" } }), false],
    ["a more open key", tinyValue("2"), false],
    ["a more specific key", tinyValue("2", { key: { ...key, age: "under_3" } }), false],
  ])("%s", (_name, second, isRefused) => {
    const fault = "parameter-overlap parameters.0.values.1 rate level=primary 2025-12-01";
    expect(documentFaults(rate(first, second))).toEqual(isRefused ? [fault] : []);
  });

  it("also across layers", () => {
    const city = { parameterValues: [{ parameter: "rate", values: [first] }] };
    expect(layerFaults([tinyLayer(rate(first)), tinyLayer(city)])).toEqual([
      "parameter-overlap parameterValues.0.values.0 rate level=primary 2025-12-01",
    ]);
  });
});
