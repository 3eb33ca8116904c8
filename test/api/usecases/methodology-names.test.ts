import { expect, it } from "vitest";
import { methodologyNames } from "../../../packages/api/src/usecases/methodology-names.ts";
import { parseMethodology } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { almatyLayers } from "../../support/methodology-documents.ts";

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
  const labels = [names.dimensions, names.parameters, names.facts, names.translations]
    .flatMap((each) => Object.values(each))
    .map((label) => Object.keys(label).sort().join());
  expect(new Set(labels)).toEqual(new Set(["en,kk,ru"]));
});
