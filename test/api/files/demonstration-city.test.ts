import { expect, it } from "vitest";
import { demonstrationCity } from "../../../packages/api/src/files/demonstration-city.ts";
import { asOf, buildPlan, registerRulesOf } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";

it("the city and its law lie beside the program, and no document tells where that is", async () => {
  const { methodology, layers } = getValue(await demonstrationCity.readMethodology());
  expect(methodology.isDemonstration).toBe(true);
  expect(layers.map(({ manifest }) => manifest.file)).toEqual([
    ...["kz/manifest.json", "kz/almaty/manifest.json"],
  ]);
  const files = layers.flatMap(({ documents }) => documents.map(({ file }) => file));
  expect(files.filter((file) => !file.startsWith("kz/"))).toEqual([]);
  const rules = registerRulesOf(getValue(buildPlan(methodology, asOf(2026))));
  const { snapshot } = getValue(await demonstrationCity.readRegister(rules));
  expect(snapshot.organisations).toHaveLength(2256);
});
