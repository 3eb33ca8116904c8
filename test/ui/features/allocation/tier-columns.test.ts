import { expect, it } from "vitest";

import { tierColumns } from "../../../../packages/ui/src/features/allocation/tier-columns.ts";
import { COLUMNS, NAMES } from "../../support/small-run.ts";

it("has the tiers in the order of the methodology, those it does not name last", () => {
  const tiers = tierColumns(COLUMNS, {
    labels: NAMES.codeLists["tier"] ?? {},
    language: "ru",
    nameOf: (tier) => tier,
    text: (key, variables) => `${key} ${variables?.["code"]}`,
  });
  expect(tiers.map(({ tier, title }) => [tier, title])).toEqual([
    ["secondary", "Среднее образование"],
    ["preschool", "Дошкольное"],
    ["special_needs", "Special_needs"],
    ["overhead", "Overhead"],
  ]);
  expect(tiers[0]?.lines.map(({ name, title }) => [name, title])).toEqual([
    ["360.040 Школа", "Школа · 04.2.360.040"],
  ]);
  expect(tiers.at(-1)?.lines).toEqual([
    {
      line: "overhead/04.9.360.001/estimate",
      name: "column.estimate 360.001",
      title: "column.estimate 04.9.360.001",
    },
  ]);
});
