/** The seal of an issue: one hash over all that was issued and all that it rests on. */
import { hashOf } from "@zhanbasy/core";
import type { Finding, GroundedValue, RunSummary } from "../contract.ts";
import type { KeptRunScenario } from "./run-ports.ts";

/** What is sealed. */
export type Sealed = {
  readonly issue: {
    readonly id: string;
    readonly scenarioId: string;
    readonly revision: number;
    readonly kind: string;
    readonly budgetYear: number;
    readonly number: number;
    readonly issuedBy: string;
    readonly issuedAt: string;
    readonly supersedes: string | null;
  };
  readonly grounds: readonly GroundedValue[];
  readonly findings: readonly Finding[];
  readonly run: RunSummary;
  readonly scenario: KeptRunScenario;
};

type Canonical = Parameters<typeof hashOf>[0];

/** 64 hexadecimal digits; another digit, name or reason in any part gives another seal. */
export function sealOf({ issue, grounds, findings, run, scenario }: Sealed): string {
  const { id, budgetYear, knownOn, registerHash, methodologyHash, resultHash, totalTiyn } = run;
  return hashOf({
    issue,
    run: {
      ...{ id, budgetYear, knownOn, registerHash, methodologyHash, resultHash, totalTiyn },
      envelope: run.envelope,
    },
    scenario: {
      ...{ id: scenario.id, revision: scenario.revision, identity: scenario.identity },
      // Overrides hold text, truth and codes by dimension, as their document does.
      document: scenario.document as Canonical,
    },
    grounds,
    findings,
  });
}
