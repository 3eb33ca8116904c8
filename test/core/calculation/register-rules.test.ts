import { expect, it } from "vitest";
import { parseMethodology, registerRulesOf } from "../../../packages/core/src/index.ts";
import { buildPlanOf } from "../../support/build-plan-of.ts";
import { getValue } from "../../support/get-value.ts";
import { schoolLayers, schoolPlan } from "../../support/school-methodology.ts";
import { organisation } from "../../support/school-register.ts";

it("hands over what the documents say of a register", () => {
  const rules = registerRulesOf(schoolPlan());
  expect(rules.attributes.map(({ id }) => id)).toEqual([
    ...["district", "ownership", "capacity", "founded_on"],
  ]);
  expect(rules.facts.map(({ id }) => id)).toEqual(["pupils", "places", "children"]);
  expect([...rules.budgetCodes]).toEqual(["04.2.360.040", "04.1.360.034"]);
  expect(rules.calendar.map(({ dimension }) => dimension)).toEqual(["month", "count"]);
  expect(rules.workbook).toBeUndefined();
});

it("tells by the organisation's attributes who reports a fact", () => {
  const { isReporter } = registerRulesOf(planWithReporter("ownership = 'private'"));
  const inPrivate = organisation({ attributes: { ownership: "private" } });
  expect(isReporter("places", inPrivate)).toBe(true);
  expect(isReporter("places", organisation())).toBe(false);
  expect(isReporter("pupils", organisation())).toBe(true);
  expect(isReporter("unheard_of", organisation())).toBe(false);
});

function planWithReporter(reportedBy: string) {
  const more = {
    facts: [
      {
        ...{ fact: "places", label: { ru: "-", kk: "-", en: "-" }, unit: "pupil" },
        ...{ measure: "contracted", period: "count", reportedBy },
        dimensions: { level: "level_or_group" },
        where: { programme: "general", child_category: "general", tier: "secondary" },
      },
    ],
  };
  const [base, ...rest] = schoolLayers();
  if (base === undefined) throw new Error("the methodology has a layer");
  const city = {
    manifest: base.manifest,
    documents: [{ file: "city.json", content: { formatVersion: 1, ...more } }],
  };
  return buildPlanOf(getValue(parseMethodology([base, ...rest, city])), 2026, "2026-12-31");
}
