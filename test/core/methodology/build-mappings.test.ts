import { describe, expect, it } from "vitest";
import { parseMethodology } from "../../../packages/core/src/methodology/parse-methodology.ts";
import { documentFaults } from "../../support/document-faults.ts";
import { getValue } from "../../support/get-value.ts";
import { tinyCodeList, tinyLayer } from "../../support/tiny-methodology.ts";
import { labelOf } from "../../support/tiny-names.ts";

const codeLists = [
  tinyCodeList("grade", ["g1", "g5", "g10"]),
  tinyCodeList("stage", ["primary", "basic"]),
];
const WHOLE = { g1: "primary", g5: "basic", g10: "basic" };

function withMapping(codes: Readonly<Record<string, string>>, change: object = {}) {
  const mapping = { mapping: "stage_of", label: labelOf("stage_of"), from: "grade", to: "stage" };
  return { codeLists, mappings: [{ ...mapping, codes, ...change }] };
}

it("a mapping gives each code of one list a code of another", () => {
  const { mappings } = getValue(parseMethodology([tinyLayer(withMapping(WHOLE))]));
  const { from, to, codes } = mappings.get("stage_of") ?? {};
  expect([from, to, codes?.get("g10")]).toEqual(["grade", "stage", "basic"]);
});

it("a list may be mapped to itself", () => {
  const same = { to: "grade" };
  expect(documentFaults(withMapping({ g1: "g1", g5: "g1", g10: "g5" }, same))).toEqual([]);
});

describe("a mapping that is not whole is refused", () => {
  const at = "mappings.0";

  it.each([
    [{ g5: "basic" }, {}, [`mapping-incomplete ${at}.codes stage_of g1, g10`]],
    [{ ...WHOLE, g7: "basic" }, {}, [`code-unknown ${at}.codes.g7 g7 g1, g5, g10`]],
    [{ ...WHOLE, g5: "basik" }, {}, [`code-unknown ${at}.codes.g5 basik primary, basic`]],
    [WHOLE, { from: "grades" }, [`reference-unknown ${at}.from grades codeList grade`]],
    [WHOLE, { to: "stagge" }, [`reference-unknown ${at}.to stagge codeList stage`]],
  ])("%o %o", (codes, change, faults) => {
    expect(documentFaults(withMapping(codes, change))).toEqual(faults);
  });

  it("or declared twice", () => {
    const [mapping] = withMapping(WHOLE).mappings;
    expect(documentFaults({ codeLists, mappings: [mapping, mapping] })).toEqual([
      "definition-duplicate mappings.1 stage_of mapping",
    ]);
  });
});
