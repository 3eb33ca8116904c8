/** The scenarios of the demonstration, made once its people are there. */
import { createDemonstrationScenarios } from "./create-demonstration-scenarios.ts";
import type { ScenarioContext } from "./scenario-context.ts";

/**
 * Makes the scenarios where they are missing, because the product was stopped while it opened the
 * demonstration or is opening it now. Whoever asks meanwhile waits for the same.
 */
export function createDemonstrationStory(context: ScenarioContext): () => Promise<void> {
  let telling: Promise<void> | undefined;
  return () => {
    telling ??= tell(context).finally(() => {
      telling = undefined;
    });
    return telling;
  };
}

async function tell(context: ScenarioContext): Promise<void> {
  const samples = await context.store.people.listSamples();
  const editors = samples.filter(({ role }) => role === "editor").map(({ id }) => id);
  if (editors.length > 0) await createDemonstrationScenarios(context, editors);
}
