/** Begins a scenario: on law and register, or as a branch of another one. */
import {
  type AsOf,
  asOf,
  type CalendarDate,
  fail,
  InvariantViolation,
  type Issue,
  issue,
  ok,
  type Result,
} from "@zhanbasy/core";
import type { ScenarioDetail } from "../contract.ts";
import type { NewAuditEntry } from "./audit-ports.ts";
import type { InputHashes } from "./kept-inputs.ts";
import type { Actor } from "./people-ports.ts";
import { readScenario } from "./read-scenario.ts";
import type { Envelope } from "./run-ports.ts";
import { questionOf, type ScenarioContext } from "./scenario-context.ts";
import type { ParentRevision, ScenarioHead } from "./scenario-ports.ts";

/** What a scenario is to stand on: itself, or through another one. */
export type ScenarioBase =
  | {
      readonly kind: "inputs";
      readonly inputs: InputHashes & {
        readonly budgetYear: number;
        /** The end of the budget year unless told otherwise. */
        readonly knownOn: CalendarDate | undefined;
        readonly envelope: Envelope | undefined;
      };
    }
  | {
      readonly kind: "branch";
      readonly parentId: string;
      /** The newest one unless told otherwise; the branch never follows later ones. */
      readonly revision: number | undefined;
    };

export type ScenarioRequest = {
  /** Named by who asks, so that asking again makes no second one. */
  readonly id: string | undefined;
  readonly actor: Pick<Actor, "personId">;
  readonly name: string;
  readonly base: ScenarioBase;
};

/** Refused with the faults of the calculation, or because the parent is not there. */
export async function createScenario(
  context: ScenarioContext,
  request: ScenarioRequest,
): Promise<Result<ScenarioDetail>> {
  const { store, clock, ids, books, desk } = context;
  const { actor, name } = request;
  const id = request.id ?? ids();
  const base = await standOn(context, request.base);
  if (!base.ok) return base;
  const head: ScenarioHead = {
    ...{ id, name, state: "draft", isArchived: false, revision: 1 },
    ...base.value,
  };
  const { inherited } = await books.contentOf(head, 0);
  const calculated = await desk.calculate(questionOf(head, { inherited, own: [] }));
  if (!calculated.ok) return calculated;
  const createdAt = clock();
  const entry: NewAuditEntry = {
    ...{ madeAt: createdAt, actor: actor.personId, action: "scenario-created" },
    subject: `scenario ${id}`,
    facts:
      head.parent === undefined
        ? { register: head.registerHash, methodology: head.methodologyHash }
        : { parent: head.parent.id, parentRevision: `${head.parent.revision}` },
  };
  const scenario = { ...base.value, ...calculated.value, id, name, batchId: ids() };
  const isNew = await store.scenarios.save(
    { ...scenario, createdBy: actor.personId, createdAt },
    entry,
  );
  const kept = await readScenario(context, id);
  if (kept === undefined) throw new InvariantViolation("a scenario that was kept is found");
  if (isNew || kept.createdBy.id === actor.personId) return ok(kept);
  return fail(issue("request-malformed", {}, { name: "id", expected: "UUID" }));
}

type Standing = Pick<
  ScenarioHead,
  "parent" | "registerHash" | "methodologyHash" | "asOf" | "envelope"
>;

async function standOn({ store }: ScenarioContext, base: ScenarioBase): Promise<Result<Standing>> {
  if (base.kind === "inputs") {
    const { registerHash, methodologyHash, envelope, budgetYear, knownOn } = base.inputs;
    const day: AsOf = asOf(budgetYear, knownOn);
    return ok({ registerHash, methodologyHash, envelope, asOf: day, parent: undefined });
  }
  const { parentId, revision } = base;
  const head = await store.scenarios.findHead(parentId);
  if (head === undefined) return fail(issue("scenario-unknown", {}, { value: parentId }));
  if (revision !== undefined && revision > head.revision) return fail(tooLate(head.revision));
  const parent: ParentRevision = { id: parentId, revision: revision ?? head.revision };
  const { registerHash, methodologyHash, envelope } = head;
  return ok({ registerHash, methodologyHash, envelope, asOf: head.asOf, parent });
}

function tooLate(newest: number): Issue {
  return issue("request-malformed", {}, { name: "parent.revision", expected: `1–${newest}` });
}
