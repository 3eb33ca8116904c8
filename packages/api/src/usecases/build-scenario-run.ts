/** The full calculation of a revision of a scenario, as a run to be kept. */
import { InvariantViolation, ok, type Result } from "@zhanbasy/core";
import { buildRun } from "./build-run.ts";
import type { NewRun } from "./run-ports.ts";
import { scenarioDocumentOf } from "./scenario-books.ts";
import { questionOf, type ScenarioContext } from "./scenario-context.ts";
import type { ScenarioHead } from "./scenario-ports.ts";

/** What a run has beside what the scenario decides. */
export type ScenarioRunRequest = {
  readonly id: string;
  readonly createdAt: Date;
  /** What a person calls it; nothing for runs that the product makes. */
  readonly name: string | undefined;
};

/**
 * The newest revision with all lines. Stops with an `InvariantViolation` when the result is another
 * one than was kept with the revision.
 */
export async function buildScenarioRun(
  { store, books, desk }: Pick<ScenarioContext, "store" | "books" | "desk">,
  head: ScenarioHead,
  request: ScenarioRunRequest,
): Promise<Result<NewRun>> {
  const content = await books.contentOf(head, head.revision);
  const question = questionOf(head, content);
  const calculated = await desk.run(question);
  if (!calculated.ok) return calculated;
  const { run, identity, limit, base } = calculated.value;
  const { id, createdAt, name } = request;
  const built = buildRun(run, {
    ...{ id, createdAt, name, envelope: limit, warnings: [] },
    scenario: {
      ...{ base: base.methodology, overrides: question.overrides },
      inputs: { registerHash: head.registerHash, methodologyHash: head.methodologyHash },
      kept: {
        ...{ id: head.id, revision: head.revision, identity },
        document: scenarioDocumentOf(head.name, content),
      },
    },
  });
  const kept = await store.scenarios.find(head.id);
  const isNewest = kept?.revision === head.revision;
  if (
    isNewest &&
    kept.engineVersion === built.engineVersion &&
    kept.resultHash !== built.resultHash
  ) {
    throw new InvariantViolation(`scenario ${head.id} gives the result it was kept with`);
  }
  return ok(built);
}
