import { expect, it } from "vitest";
import { parseMethodology } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { almatyLayers } from "../../support/methodology-documents.ts";

const { parameters, formulas, lines, translations } = getValue(parseMethodology(almatyLayers()));

it("every source of a value or rule stands in three languages", () => {
  const grounds = [
    ...[...parameters.values()].flatMap(({ values }) => values),
    ...[...formulas.values()].flat(),
    ...lines,
  ];
  const sources = new Set(grounds.flatMap(({ source }) => source ?? []));
  expect([...sources].filter((source) => !translations.has(source))).toEqual([]);
});

it("Kazakh and English sources are not the Russian text again", () => {
  const repeated = [...translations.values()].filter(
    ({ ru, kk, en }) => /[а-яё]{4}/i.test(ru) && (kk === ru || /[а-яё]/i.test(en)),
  );
  expect(repeated).toEqual([]);
});
