import { describe, expect, it } from "vitest";
import { CITYWIDE } from "../../../packages/core/src/calculation/allocation.ts";
import { parseMethodology } from "../../../packages/core/src/methodology/parse-methodology.ts";
import { documentFaults, layerFaults } from "../../support/document-faults.ts";
import { getValue } from "../../support/get-value.ts";
import { tinyCodeList, tinyLayer } from "../../support/tiny-methodology.ts";
import { labelOf } from "../../support/tiny-names.ts";

const MONTHS = tinyCodeList("month", ["01", "02", "12"]);
const COUNTS = tinyCodeList("count", ["january", "september"]);
const LEVELS = tinyCodeList("level", ["primary"]);
const codeLists = [MONTHS, COUNTS, LEVELS];

function attribute(change: Readonly<Record<string, unknown>>) {
  const common = {
    attribute: "a",
    label: labelOf("a"),
    type: "number",
    unit: "pupil",
    column: "a",
  };
  // A part that is undefined is left out, as JSON does.
  const attributes: unknown = JSON.parse(JSON.stringify([{ ...common, ...change }]));
  return { codeLists, attributes };
}

describe("a property is a code of the list of its name", () => {
  const kinds = (properties: Readonly<Record<string, string>>) => ({
    ...{ codeList: "kind", label: labelOf("kind") },
    codes: [{ code: "school", label: labelOf("school"), properties }],
  });
  const at = "codeLists.1.codes.0.properties";

  it.each([
    [{ level: "primary" }, []],
    [{ level: "primery" }, [`code-unknown ${at}.level primery primary`]],
    [{ levels: "primary" }, [`reference-unknown ${at}.levels levels codeList level`]],
  ])("%o", (properties, faults) => {
    expect(documentFaults({ codeLists: [LEVELS, kinds(properties)] })).toEqual(faults);
  });

  it("also of a list that a later layer brings", () => {
    const layers = [
      tinyLayer({ codeLists: [LEVELS, kinds({ level: "basic" })] }),
      tinyLayer({ codeLists: [tinyCodeList("level", ["primary", "basic"])] }),
    ];
    expect(layerFaults(layers)).toEqual([]);
    expect(layerFaults(layers.slice(0, 1))).toEqual([`code-unknown ${at}.level basic primary`]);
  });
});

it("no code is called like the total of lines without an organisation", () => {
  expect(documentFaults({ codeLists: [tinyCodeList("district", ["medeu", CITYWIDE])] })).toEqual([
    "name-reserved codeLists.0.codes.1.code citywide citywide",
  ]);
});

describe("a code list has each code once", () => {
  it("in the order of the document", () => {
    const methodology = getValue(parseMethodology([tinyLayer({ codeLists })]));
    expect([...(methodology.codeLists.get("month")?.codes.keys() ?? [])]).toEqual([
      "01",
      "02",
      "12",
    ]);
  });

  it("a second one is refused", () => {
    expect(documentFaults({ codeLists: [tinyCodeList("level", ["a", "b", "a"])] })).toEqual([
      "definition-duplicate codeLists.0.codes.2.code a level",
    ]);
  });
});

describe("an attribute is a column or a property of another", () => {
  it.each([
    [{}, []],
    [{ type: "code", codeList: "level", unit: undefined }, []],
    [{ type: "date", unit: undefined, optional: true }, []],
    [{ unit: undefined }, ["document-malformed attributes.0 unit —"]],
    [{ type: "code", unit: undefined }, ["document-malformed attributes.0 codeList —"]],
    [
      { type: "codes", codeList: "levels", unit: undefined },
      ["reference-unknown attributes.0.codeList levels codeList level"],
    ],
    [{ column: undefined }, ["document-malformed attributes.0 column | from + property a"]],
    [
      { from: "b", property: "tier" },
      [
        "reference-unknown attributes.0.from b attribute",
        "document-malformed attributes.0 column | from + property a",
      ],
    ],
  ])("%o", (change, faults) => {
    expect(documentFaults(attribute(change))).toEqual(faults);
  });
});

describe("an attribute that is a property of another", () => {
  const kind = {
    ...{ codeList: "kind", label: labelOf("kind") },
    codes: [{ code: "school", label: labelOf("school"), properties: { level: "primary" } }],
  };
  const named = (name: string, change: object) => ({
    attribute: name,
    label: labelOf(name),
    ...change,
  });
  const own = named("kind", { type: "code", codeList: "kind", column: "kind" });
  const derived = { type: "code", codeList: "level", from: "kind", property: "level" };

  it.each([
    [own, {}, []],
    [own, { codeList: "count" }, ["document-malformed attributes.1.property count level"]],
    [own, { property: "levels" }, ["document-malformed attributes.1.property level levels"]],
    [own, { type: "codes" }, ["document-malformed attributes.1.type code codes"]],
    [
      named("kind", { type: "codes", codeList: "kind", column: "kind" }),
      {},
      ["document-malformed attributes.1.from code codes"],
    ],
    [
      named("kind", { type: "date", column: "kind" }),
      {},
      ["document-malformed attributes.1.from code date"],
    ],
  ])("%#", (origin, change, faults) => {
    const attributes = [origin, named("level", { ...derived, ...change })];
    expect(documentFaults({ codeLists: [...codeLists, kind], attributes })).toEqual(faults);
  });
});

it("a workbook of a later layer replaces the earlier one", () => {
  const workbook = (word: string) => ({
    workbooks: [
      {
        workbook: "register",
        columns: [{ column: "bin", headers: [word] }],
        ignore: { firstCells: ["Итого"] },
        dictionary: { sheet: "Справочник" },
      },
    ],
  });
  const layers = [tinyLayer(workbook("БИН")), tinyLayer(workbook("BIN"))];
  expect(getValue(parseMethodology(layers)).workbook).toEqual({
    columns: [{ column: "bin", headers: ["BIN"] }],
    ignoredFirstCells: ["Итого"],
    dictionarySheet: "Справочник",
  });
  expect(getValue(parseMethodology([tinyLayer({})])).workbook).toBeUndefined();
});

it("one layer has one workbook", () => {
  const workbook = { workbook: "register", columns: [], ignore: { firstCells: [] } };
  expect(documentFaults({ workbooks: [workbook, workbook] })).toEqual([
    "definition-duplicate workbooks.1 register workbook",
  ]);
});
