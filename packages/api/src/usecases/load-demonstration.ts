/** Puts the demonstration city into a store that holds no run yet. */
import {
  asOf,
  findTiyn,
  InvariantViolation,
  type Issue,
  type Methodology,
  type MethodologyLayer,
  type ParsedRegister,
  type RegisterRules,
  type Result,
} from "@zhanbasy/core";
import { buildRun } from "./build-run.ts";
import { calculateCity } from "./calculate-city.ts";
import type { Clock, Ids, NewRun, Store } from "./ports.ts";

/** The files of the city. */
export type DemonstrationCity = {
  readonly readMethodology: () => Promise<
    Result<{ readonly methodology: Methodology; readonly layers: readonly MethodologyLayer[] }>
  >;
  readonly readRegister: (rules: RegisterRules) => Promise<Result<ParsedRegister>>;
};

/** What the loading needs of the outside. */
export type DemonstrationContext = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly city: DemonstrationCity;
};

const NAME = "almaty";
const BUDGET_YEAR = 2026;
/** Tenge; assumed, as everything about the city. */
const ENVELOPE = "432000000000.00";

/**
 * Keeps the city, its methodology and its run of 2026 with an envelope of 432 billion tenge; false
 * when the store has a run already.
 */
export async function loadDemonstrationOnce(context: DemonstrationContext): Promise<boolean> {
  const { store, clock, city } = context;
  const { items } = await store.runs.list({ limit: 1, after: undefined });
  if (items.length > 0) return false;
  const { methodology, layers } = mustHold(await city.readMethodology());
  const read: { register?: ParsedRegister } = {};
  const { result } = await calculateCity(
    {
      readMethodology: () => Promise.resolve({ ok: true, value: methodology }),
      readParameters: () => Promise.resolve({ table: undefined, issues: [] }),
      readRegister: async (rules) => {
        const register = await city.readRegister(rules);
        if (register.ok) read.register = register.value;
        return register;
      },
    },
    asOf(BUDGET_YEAR),
  );
  const { run, warnings } = mustHold(result);
  const kept = buildRun(run, {
    id: context.ids(),
    createdAt: clock(),
    envelope: envelope(),
    warnings,
  });
  await keepInputs(context, kept, { methodology, layers, register: present(read.register) });
  await store.runs.save(kept);
  return true;
}

async function keepInputs(
  { store, clock }: DemonstrationContext,
  { registerHash, methodologyHash }: NewRun,
  inputs: {
    readonly methodology: Methodology;
    readonly layers: readonly MethodologyLayer[];
    readonly register: ParsedRegister;
  },
): Promise<void> {
  const { methodology, layers, register } = inputs;
  await store.methodologies.save({
    hash: methodologyHash,
    methodology,
    documents: { layers },
    createdAt: clock(),
  });
  await store.registers.save({
    ...register,
    ...{ hash: registerHash, name: NAME, isDemonstration: true, createdAt: clock() },
  });
}

function envelope(): NonNullable<NewRun["envelope"]> {
  return { limit: present(findTiyn(ENVELOPE)), status: "assumed" };
}

/** The city comes with the program and is without faults: a fault in it is ours. */
function mustHold<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new InvariantViolation(`the demonstration city is refused: ${codesOf(result.issues)}`);
}

function codesOf(issues: readonly Issue[]): string {
  return [...new Set(issues.map(({ code }) => code))].join(", ");
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new InvariantViolation("the demonstration city is whole");
  return value;
}
