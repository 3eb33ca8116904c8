import { describe, expect, it } from "vitest";
import type { EnvelopeOverride } from "../../../packages/core/src/index.ts";
import { parseMethodology } from "../../../packages/core/src/index.ts";
import {
  checkEnvelope,
  lastOfEach,
} from "../../../packages/core/src/scenario/override-envelopes.ts";
import { getValue } from "../../support/get-value.ts";
import { BASE, faultTexts, scenario } from "../../support/overridden-city.ts";
import { schoolLayers } from "../../support/school-methodology.ts";
import { organisation } from "../../support/school-register.ts";

function envelopes(...scopes: readonly object[]): readonly EnvelopeOverride[] {
  const made = scenario(scopes.map((scope) => ({ envelope: "1.00", ...scope })));
  return made.overrides.flatMap((each) => (each.kind === "envelope" ? [each] : []));
}

const KNOWN = {
  methodology: BASE.methodology,
  organisations: new Map(BASE.snapshot.organisations.map((each) => [each.id, each])),
};

describe("a limit", () => {
  it.each([
    [{}, []],
    [{ tier: "secondary" }, []],
    [{ tier: "tertiary" }, ["code-unknown at overrides.0.tier"]],
    [{ district: "south" }, []],
    [{ district: "east" }, ["code-unknown at overrides.0.district"]],
    [{ budgetCode: "04.2.360.040" }, []],
    [{ budgetCode: "04.2" }, ["code-unknown at overrides.0.budgetCode"]],
    [{ organisation: "c" }, []],
    [{ organisation: "d" }, ["organisation-absent at overrides.0.organisation"]],
  ])("is for everybody or for a member that there is: %o", (scope, faults) => {
    expect(envelopes(scope).flatMap((each) => faultTexts(checkEnvelope(KNOWN, each)))).toEqual(
      faults,
    );
  });

  it("is for a tier of the list in which there is no line", () => {
    const methodology = { ...BASE.methodology, lines: [] };
    const [overhead] = envelopes({ tier: "overhead" });
    expect(overhead && faultTexts(checkEnvelope({ ...KNOWN, methodology }, overhead))).toEqual([]);
  });

  it("is for a district of the list in which nobody is", () => {
    const nobody = { ...KNOWN, organisations: new Map() };
    const [south] = envelopes({ district: "south" });
    expect(south && faultTexts(checkEnvelope(nobody, south))).toEqual([]);
  });

  it("of a district that no list has is for one that some organisation is in", () => {
    const [layer] = schoolLayers();
    const district = { attribute: "district", label: { ru: "d", kk: "d", en: "d" }, type: "group" };
    const [document] = layer?.documents ?? [];
    const content = document?.content as Readonly<Record<string, readonly object[]>>;
    const others = (content["attributes"] ?? []).slice(1);
    const lists = (content["codeLists"] ?? []).filter((_, place) => place !== 1);
    const attributes = [{ ...district, column: "district" }, ...others];
    const methodology = getValue(
      parseMethodology(
        layer === undefined || document === undefined
          ? []
          : [
              {
                ...layer,
                documents: [{ ...document, content: { ...content, attributes, codeLists: lists } }],
              },
            ],
      ),
    );
    const faults = envelopes({ district: "south" }, { district: "east" }).map((each) =>
      faultTexts(checkEnvelope({ ...KNOWN, methodology }, each)),
    );
    expect(faults).toEqual([[], ["code-unknown at overrides.1.district"]]);
    const nowhere = { ...organisation({ id: "n" }), attributes: new Map() };
    const organisations = new Map(
      [...BASE.snapshot.organisations, nowhere].toReversed().map((each) => [each.id, each]),
    );
    const [east] = envelopes({ district: "east" });
    const told = east && checkEnvelope({ organisations, methodology }, east);
    expect(told).toMatchObject({ issues: [{ facts: { expected: "north, south" } }] });
  });

  it("that is set again for the same scope is the last one", () => {
    const all = envelopes({}, { tier: "secondary" }, {}, { tier: "preschool" });
    expect(lastOfEach(all)).toEqual(all.slice(1));
  });
});
