import { describe, expect, it } from "vitest";
import { readCityFiles } from "../../../packages/api/src/cli/read-run.ts";
import { solutionAnswer } from "../../../packages/api/src/cli/solution-answer.ts";
import { openScenario } from "../../../packages/api/src/usecases/calculate-scenario.ts";
import { asOf, type Lever, type Scope, solve, tiyn } from "../../../packages/core/src/index.ts";
import { commandContext } from "../../support/command-context.ts";
import { getValue } from "../../support/get-value.ts";
import { smallCity } from "../../support/small-city.ts";

const LIMIT = tiyn(30_000_000_000n);

describe("what a search found", () => {
  it("is told with slack and prices that agree with the amounts", async () => {
    const { record } = await answerFor({ by: "city" }, "900000");
    const [amount, slack] = [record["amount"], record["slack"]].map(tiynOf);
    expect((amount ?? 0n) + (slack ?? 0n)).toBe(LIMIT);
    expect(record).toMatchObject({
      ...{ scope: "city", target: "300000000.00", before: "290779041.17", proved: true },
      ...{ more: { count: 1 }, less: { count: 0, amount: "0.00" }, same: 0 },
    });
  });

  it("tells organisations with what they get by estimate, so that columns make the totals", async () => {
    const { table, record } = await answerFor({ by: "city" }, "900000");
    const rows = [...table.rows];
    const sums = [2, 3].map((place) =>
      rows.reduce((sum, row) => sum + tiynOf(row[place] ?? ""), 0n),
    );
    const { before, after } = record["city"] as { readonly before: string; readonly after: string };
    expect(sums).toEqual([before, after].map(tiynOf));
  });

  it("says where a lever would have gone further", async () => {
    const { record, sentences } = await answerFor({ by: "tier", member: "secondary" }, "463000");
    expect(record).toMatchObject({
      ...{ scope: "tier=secondary", nextStep: null },
      levers: [{ number: "463000", bound: "greatest" }],
    });
    expect(sentences).toContain("The lever stands at its greatest");
    expect(sentences[1]).toMatch(
      /^Educational process cost, Ez, primary.* \(secondary\.Ez\[level=primary\]\): 462,600 → 463,000\s₸\//,
    );
  });
});

async function answerFor(scope: Scope, greatest: string) {
  const options = { register: await smallCity(), methodology: "kz/almaty", asOf: asOf(2026) };
  const read = await readCityFiles({ ...options, parameters: undefined, scenarios: [] });
  const opened = getValue(openScenario(getValue(read.result), undefined));
  const target = {
    ...{ parameter: "secondary.Ez", key: new Map([["level", "primary"]]) },
    ...{ validFrom: undefined, validTo: undefined },
  };
  const lever: Lever = {
    values: [{ target, factor: undefined, step: undefined, place: {} }],
    ...{ least: "0", greatest, step: "1", place: {} },
  };
  const question = { levers: [lever], scope, target: LIMIT, place: {} };
  const { context } = await commandContext("en");
  return solutionAnswer(opened, scope, getValue(solve(opened.model, question)), context);
}

function tiynOf(amount: unknown): bigint {
  return BigInt(String(amount).replace(".", ""));
}
