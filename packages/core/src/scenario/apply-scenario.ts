/**
 * A scenario laid over law and facts: what a calculation is then made of.
 *
 * Nothing of the base is changed; what an override does not touch is the very same in both. Law
 * comes first, facts after it: who reports a fact is decided by the law as it is then.
 */
import { buildPlan, registerRulesOf } from "../calculation/index.ts";
import { type Issue, type Result, unlessIssues } from "../kernel/index.ts";
import type { Methodology } from "../methodology/index.ts";
import { checkEnvelope, lastOfEach } from "./override-envelopes.ts";
import { type CellRow, type FactWorld, findCellRow, replaceCells } from "./override-facts.ts";
import { type LawOverride, overrideLaw } from "./override-law.ts";
import {
  type CalculationInputs,
  type EnvelopeOverride,
  type FactOverride,
  type Override,
  overridesOf,
  type Scenario,
} from "./scenario.ts";

export type AppliedScenario = {
  readonly inputs: CalculationInputs;
  /** The last one of each scope; against these headroom is told. */
  readonly envelopes: readonly EnvelopeOverride[];
};

/**
 * What is calculated under a scenario, or every fault of every override, each in the document of
 * its override.
 */
export function applyScenario(
  inputs: CalculationInputs,
  scenario: Scenario,
): Result<AppliedScenario> {
  const overrides = overridesOf(scenario);
  const { applied, faults, ownFaults } = applyOverrides(inputs, overrides);
  const issues = [...ownFaults, ...overrides.flatMap((each) => faults.get(each) ?? [])];
  return unlessIssues(issues, () => applied);
}

/** What comes of those overrides that fit, and what is wrong with the others. */
export type Application = {
  readonly applied: AppliedScenario;
  /** The rows of the facts' overrides that fit. */
  readonly cells: ReadonlyMap<FactOverride, CellRow>;
  readonly faults: ReadonlyMap<Override, readonly Issue[]>;
  /** What is wrong with the law before anything is laid over it. */
  readonly ownFaults: readonly Issue[];
};

export function applyOverrides(
  inputs: CalculationInputs,
  overrides: readonly Override[],
): Application {
  const { snapshot, asOf } = inputs;
  const { laws, facts, envelopes } = sorted(overrides);
  const law = overrideLaw(inputs, laws);
  const { methodology } = law;
  const organisations = new Map(snapshot.organisations.map((each) => [each.id, each]));
  const faults = new Map(law.faults);
  const keep = <Value>(override: Override, result: Result<Value>): readonly Value[] => {
    if (!result.ok) faults.set(override, result.issues);
    return result.ok ? [result.value] : [];
  };
  const isReporter = facts.length === 0 ? () => true : reportersOf({ methodology, asOf });
  const world: FactWorld = { methodology, asOf, organisations, isReporter };
  const cells = new Map(
    facts.flatMap((each) => keep(each, findCellRow(world, each)).map((cell) => [each, cell])),
  );
  const limits = envelopes.flatMap((each) => keep(each, checkEnvelope(world, each)));
  return {
    applied: {
      inputs: withCells({ methodology, snapshot, asOf }, [...cells.values()]),
      envelopes: lastOfEach(limits),
    },
    ...{ cells, faults, ownFaults: law.ownFaults },
  };
}

/** The register is made when it is asked for: a model that is changed never asks. */
function withCells(
  { methodology, snapshot, asOf }: CalculationInputs,
  cells: readonly CellRow[],
): CalculationInputs {
  let replaced: CalculationInputs["snapshot"] | undefined;
  return {
    ...{ methodology, asOf },
    get snapshot() {
      replaced ??= replaceCells(snapshot, cells);
      return replaced;
    },
  };
}

type LawInputs = Pick<CalculationInputs, "methodology" | "asOf">;

/** By law and budget year, for whoever lays scenario after scenario over one law. */
const KNOWN_REPORTERS = new WeakMap<Methodology, Map<string, FactWorld["isReporter"]>>();

/** Where the law cannot be planned, that is told already, and nobody is called misplaced. */
function reportersOf({ methodology, asOf }: LawInputs): FactWorld["isReporter"] {
  const known = KNOWN_REPORTERS.get(methodology) ?? new Map<string, FactWorld["isReporter"]>();
  KNOWN_REPORTERS.set(methodology, known);
  const name = `${asOf.budgetYear} ${asOf.knownOn}`;
  const reporters = known.get(name) ?? makeReporters({ methodology, asOf });
  known.set(name, reporters);
  return reporters;
}

function makeReporters({ methodology, asOf }: LawInputs): FactWorld["isReporter"] {
  const plan = buildPlan(methodology, asOf);
  return plan.ok ? registerRulesOf(plan.value).isReporter : () => true;
}

/** The overrides by what they are about, the order of each kind kept. */
export function sorted(overrides: readonly Override[]): {
  readonly laws: readonly LawOverride[];
  readonly facts: readonly FactOverride[];
  readonly envelopes: readonly EnvelopeOverride[];
} {
  const laws: LawOverride[] = [];
  const facts: FactOverride[] = [];
  const envelopes: EnvelopeOverride[] = [];
  for (const override of overrides) {
    switch (override.kind) {
      case "parameter":
      case "formula":
      case "switch":
        laws.push(override);
        break;
      case "fact":
        facts.push(override);
        break;
      case "envelope":
        envelopes.push(override);
        break;
    }
  }
  return { laws, facts, envelopes };
}
