import { expect, it } from "vitest";
import { readRun } from "../../../packages/api/src/cli/read-run.ts";
import { cityEnvelope, summarizeScenario } from "../../../packages/api/src/cli/scenario-summary.ts";
import { asOf } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { scenarioFile } from "../../support/scenario-files.ts";
import { PRIVATE_SCHOOL, smallCity } from "../../support/small-city.ts";

it("every limit of a scenario stands with its total and what is left", async () => {
  const read = await runUnder([
    await scenarioFile(
      { envelope: "300000000.00" },
      { envelope: "290000000.00", tier: "secondary" },
      { envelope: "0.00", district: "alatau" },
      { envelope: "5.00", budgetCode: "04.2.360.204" },
      { envelope: "290778940.67", organisation: PRIVATE_SCHOOL },
    ),
  ]);
  const summary = summarizeScenario(read, read.run);
  expect(summary).toMatchObject({ name: "A", identity: read.identity });
  const told = summary?.envelopes.map(({ scope, total, headroom }) => [scope, [total, headroom]]);
  const own = "290778940.67";
  expect(Object.fromEntries(told ?? [])).toEqual({
    city: ["290779041.17", "9220958.83"],
    "tier=secondary": [own, "-778940.67"],
    "district=alatau": [own, `-${own}`],
    "programme=04.2.360.204": [own, "-290778935.67"],
    [`organisation=${PRIVATE_SCHOOL}`]: [own, "0.00"],
  });
  expect(cityEnvelope(read)).toBe(30_000_000_000n);
});

it("the city as it stands has no scenario and no limit", async () => {
  const read = await runUnder([]);
  expect([summarizeScenario(read, read.run), cityEnvelope(read)]).toEqual([undefined, undefined]);
});

async function runUnder(scenarios: readonly string[]) {
  const register = await smallCity();
  const options = { register, methodology: "kz/almaty", asOf: asOf(2026), parameters: undefined };
  return getValue((await readRun({ ...options, scenarios })).result);
}
