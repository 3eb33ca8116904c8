import { expect, it } from "vitest";
import { methodologyNames } from "../../../packages/api/src/usecases/methodology-names.ts";
import { parseMethodology } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { almatyLayers } from "../../support/methodology-documents.ts";
import { label } from "../../support/school-methodology.ts";
import { stage, stagedMethodology } from "../../support/staged-city.ts";

it("every code, value and rule of a law has its name in three languages", () => {
  const methodology = getValue(parseMethodology(almatyLayers()));
  const names = methodologyNames(methodology);
  expect(names.currency).toBe("KZT");
  expect(names.codeLists["district"]?.["medeu"]).toEqual({
    ...{ ru: "Медеуский район", kk: "Медеу ауданы" },
    en: expect.stringContaining("Medeu") as string,
  });
  expect(Object.keys(names.dimensions)).toEqual([...methodology.codeLists.keys()]);
  expect(Object.keys(names.parameters)).toEqual([...methodology.parameters.keys()]);
  expect(Object.keys(names.formulas)).toEqual([...methodology.formulas.keys()]);
  expect(Object.keys(names.lines)).toEqual(methodology.lines.map(({ id }) => id));
  const labels = [names.dimensions, names.parameters, names.facts, names.translations]
    .flatMap((each) => Object.values(each))
    .map((label) => Object.keys(label).sort().join());
  expect(new Set(labels)).toEqual(new Set(["en,kk,ru"]));
});

it("stages, the rates they find and units have names too", () => {
  const solve = stage("sought", 1, {
    ...{ kind: "solve", total: "total(r)", target: "1 KZT", least: "0", greatest: "9", places: 0 },
    rates: [{ rate: "r", label: label("r"), unit: "KZT", places: 0 }],
  });
  const units = [{ unit: "seat", label: label("seats"), one: label("seat") }];
  const names = methodologyNames(getValue(stagedMethodology([solve], { units })));
  expect([names.stages["sought"]?.en, names.rates["r"]?.kk]).toEqual(["sought (en)", "r (kk)"]);
  expect(names.units).toEqual({ seat: { many: label("seats"), one: label("seat") } });
});
