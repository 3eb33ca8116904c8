import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { idleWarnings, modelWarnings } from "../../../packages/api/src/cli/idle-warnings.ts";
import { readCityFiles } from "../../../packages/api/src/cli/read-run.ts";
import { asOf, describeIssue } from "../../../packages/core/src/index.ts";
import { commandContext } from "../../support/command-context.ts";
import { getValue } from "../../support/get-value.ts";
import { scenarioContent, scenarioFolder } from "../../support/scenario-files.ts";
import { smallCity } from "../../support/small-city.ts";

const PRESCHOOL = { parameter: "preschool.monthly_rate", value: "1" };
const RATE = { parameter: "secondary.L", value: "1" };

describe("what changes nothing is told with its reason", () => {
  it.each([
    ["ru", "Поэтому изменение ничего не меняет"],
    ["kk", "Сондықтан өзгеріс ештеңені өзгертпейді"],
    ["en", "So the change makes no difference"],
  ] as const)("in %s", async (language, sentence) => {
    const { city, scenario } = await read([{ parameter: "secondary.L", value: "131500" }]);
    const [found, ...others] = idleWarnings(city.inputs, scenario);
    const { context } = await commandContext(language);
    const told = found && describeIssue(found, context.translate, language);
    expect([told, others]).toEqual([expect.stringContaining(sentence), []]);
    expect(told).not.toMatch(/\{\{|undefined/);
  });

  it("but not of a parent whose value the scenario replaces", async () => {
    const { city, scenario } = await read([{ ...RATE, value: "2" }], [RATE]);
    expect(idleWarnings(city.inputs, scenario)).toEqual([]);
    const again = await read([RATE, { ...RATE, value: "2" }]);
    expect(idleWarnings(again.city.inputs, again.scenario)).toMatchObject([
      { code: "override-idle", place: { path: ["overrides", 0] }, facts: { why: "superseded" } },
    ]);
  });

  it("and never of the city as it stands", async () => {
    const { city } = await read([PRESCHOOL]);
    expect(idleWarnings(city.inputs, undefined)).toEqual([]);
  });
});

it("a city that is only tried is told to be invented, too", async () => {
  const { city, scenario } = await read([RATE]);
  expect(modelWarnings(city, scenario).map(({ code }) => code)).toEqual(["demonstration-data"]);
});

type Overrides = readonly Readonly<Record<string, unknown>>[];

async function read(own: Overrides, ofParent: Overrides = []) {
  const folder = await scenarioFolder({
    "a.json": scenarioContent("A", own, "parent.json"),
    "parent.json": scenarioContent("parent", ofParent),
  });
  const files = { register: await smallCity(), scenarios: [join(folder, "a.json")] };
  const options = { methodology: "kz/almaty", asOf: asOf(2026), parameters: undefined };
  const city = getValue((await readCityFiles({ ...options, ...files })).result);
  return { city, scenario: city.scenarios[0] };
}
