import { expect, it } from "vitest";
import { registerRulesOf } from "../../../packages/core/src/index.ts";
import { label, schoolPlan } from "../../support/school-methodology.ts";
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
  expect(rules.idScheme).toBe("code");
});

it("tells by the organisation's attributes who reports a fact", () => {
  const { isReporter } = registerRulesOf(
    schoolPlan({ reporters: { places: "ownership = 'private'" } }),
  );
  const inPrivate = organisation({ attributes: { ownership: "private" } });
  expect(isReporter("places", inPrivate)).toBe(true);
  expect(isReporter("places", organisation())).toBe(false);
  expect(isReporter("pupils", organisation())).toBe(true);
  expect(isReporter("unheard_of", organisation())).toBe(false);
});

it("suggests the names of rows of facts, and no others", () => {
  const facts = [{ fact: "meals", label: label("meals"), unit: "1", source: "facts" }];
  const { suggestFact } = registerRulesOf(schoolPlan({ more: [{ facts }] }));
  expect(suggestFact("meels")).toBe("meals");
  expect(suggestFact("pupil")).toBe("");
});
