/**
 * Which rules made the lines of one organisation what they are: choices in formulas and stages,
 * lines that it has or has not, what each stage did to them.
 */
import { present } from "../kernel/index.ts";
import type { LineDefinition, Stage } from "../methodology/index.ts";
import type { Choice } from "./choices.ts";
import { explainer } from "./explain-expression.ts";
import { explainChain } from "./explain-line.ts";
import { type ExplainedRun, rootScope } from "./explain-scope.ts";
import type { TraceSentence } from "./trace.ts";

/** Refused: its condition does not hold. Uncounted: no count reached its amount. */
export type LinePresence = "there" | "refused" | "uncounted";

export type AppliedRules = {
  readonly choices: readonly Choice[];
  readonly lines: readonly { readonly line: LineDefinition; readonly presence: LinePresence }[];
  /** What each stage is told to have done to a line, as a trace tells it. */
  readonly stages: readonly {
    readonly stage: Stage;
    readonly line: LineDefinition;
    readonly said: readonly TraceSentence["code"][];
  }[];
};

/** The rules as they applied; the organisation is one of the register. */
export function appliedRules(run: ExplainedRun, organisationId: string): AppliedRules {
  const { organisations } = run.snapshot;
  const organisation = organisations.find(({ id }) => id === organisationId);
  const scope = rootScope(run, present(organisation, `organisation ${organisationId}`));
  const { lines, stages } = run.plan;
  const found = lines.map((line) => ({
    line,
    chain: explainChain(line.id, stages, scope, explainer),
  }));
  return {
    choices: scope.known.choices,
    lines: found.map(({ line, chain: { formula } }) => ({
      line,
      presence: !formula.applies ? "refused" : formula.isCounted ? "there" : "uncounted",
    })),
    stages: found.flatMap(({ line, chain: { steps } }) =>
      steps.map(({ traced }) => ({
        line,
        stage: present(
          stages.find(({ id }) => id === traced.id),
          `stage ${traced.id}`,
        ),
        said: traced.sentences.map(({ code }) => code),
      })),
    ),
  };
}
