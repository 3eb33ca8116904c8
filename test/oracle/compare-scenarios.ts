/**
 * Random scenarios over random cases: what the oracle gives for the documents and rows as the
 * overrides make them is what core gives for the scenario; or both refuse.
 */
import {
  type AppliedScenario,
  applyScenario,
  buildPlan,
  type CalculationInputs,
  calculate,
  type Issue,
  parseScenario,
  type Result,
  type Scenario,
} from "../../packages/core/src/index.ts";
import { getValue } from "../support/get-value.ts";
import { createRandom } from "../support/random.ts";
import { allocationOf, openCase, runDifferences } from "./compare-random-case.ts";
import type { RandomCase } from "./random-methodologies.ts";
import { refusalOf } from "./refusal.ts";
import { scenarioCase } from "./scenario-cases.ts";
import type { Entry } from "./scenario-documents.ts";
import { layOver } from "./scenario-laid-over.ts";
import { type RandomOverride, randomOverrides } from "./scenario-overrides.ts";

export type ScenarioComparison = {
  readonly overrides: number;
  /** Whether the overrides do not fit, or the city cannot be calculated with them. */
  readonly refused: "overrides" | "city" | undefined;
  readonly differences: readonly string[];
};

export function inputsOf(given: Omit<RandomCase, "seed">): CalculationInputs {
  const { plan, snapshot } = openCase(given);
  return { methodology: plan.methodology, snapshot, asOf: plan.asOf };
}

/** Laid over by core, as one document on top of another. */
function scenarioOf(entries: readonly Entry[], ownFrom: number): Scenario {
  const parts = [entries.slice(0, ownFrom), entries.slice(ownFrom)];
  const [parent = [], own = []] = parts.map((part) =>
    part.map((entry) => ({ ...entry, reason: "random" })),
  );
  const content = (scenario: string, overrides: readonly object[]) => ({
    file: `${scenario}.json`,
    content: { formatVersion: 1, scenario, overrides },
  });
  const below = getValue(parseScenario(content("below", parent), undefined));
  return getValue(parseScenario(content("above", own), below));
}

export function compareScenario(seed: number, organisations: number): ScenarioComparison {
  const given = scenarioCase(seed, organisations);
  const random = createRandom(seed + 77_000_000);
  const overrides = randomOverrides(given, random);
  const entries = overrides.map(({ entry }) => entry);
  const scenario = scenarioOf(entries, random.int(0, entries.length));
  const applied = applyScenario(inputsOf(given), scenario);
  const compared = compareApplied(given, overrides, applied);
  return {
    ...{ overrides: entries.length, refused: compared.refused },
    differences: compared.differences.map(
      (text) => `scenario, seed ${seed}, ${JSON.stringify(entries)}: ${text}`,
    ),
  };
}

type Compared = Omit<ScenarioComparison, "overrides">;

function compareApplied(
  given: RandomCase,
  overrides: readonly RandomOverride[],
  applied: Result<AppliedScenario>,
): Compared {
  const after = laidOrCode(
    given,
    overrides.map(({ entry }) => entry),
  );
  const isWrong = overrides.some((each) => each.isWrong);
  if (typeof after === "object" && !isWrong && applied.ok) {
    return compareCities(after, applied.value);
  }
  const codes = applied.ok ? [] : codesOf(applied.issues);
  const code = typeof after === "string" ? after : "";
  const isAgreed = !applied.ok && (code === "" ? isWrong : codes.includes(code));
  const told = `oracle refuses "${code}", wrong: ${isWrong}, core "${codes.join(", ")}"`;
  return { refused: "overrides", differences: isAgreed ? [] : [told] };
}

function compareCities(after: RandomCase, { inputs }: AppliedScenario): Compared {
  const { methodology, snapshot, asOf } = inputs;
  const expected = allocationOf(after);
  const found = calculate(getValue(buildPlan(methodology, asOf)), snapshot);
  if (typeof expected === "object" && found.ok) {
    return { refused: undefined, differences: runDifferences(found.value, expected) };
  }
  const codes = found.ok ? "" : codesOf(found.issues).join(", ");
  const code = typeof expected === "string" ? expected : "";
  const isAgreed = code !== "" && !found.ok;
  const told = `city: oracle refuses "${code}", core "${codes}"`;
  return { refused: "city", differences: isAgreed ? [] : [told] };
}

export function codesOf(issues: readonly Issue[]): readonly string[] {
  return [...new Set(issues.map(({ code }) => code))];
}

function laidOrCode(given: RandomCase, entries: readonly Entry[]): RandomCase | string {
  try {
    return layOver(given, entries);
  } catch (error) {
    return refusalOf(error);
  }
}
