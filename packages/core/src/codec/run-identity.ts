/** What makes a run the same run: hashes of its inputs and of its result. */
import type { CalculationRun } from "../calculation/index.ts";
import { canonicalMethodology, canonicalRegister, canonicalResult } from "./canonical-inputs.ts";
import { hashOf } from "./hash.ts";

export type RunIdentity = {
  readonly inputHashes: { readonly register: string; readonly methodology: string };
  readonly resultHash: string;
};

/** The engine's version is not part of any hash; it is kept beside them. */
export function identifyRun({ plan, snapshot, lines }: CalculationRun): RunIdentity {
  return {
    inputHashes: {
      register: hashOf(canonicalRegister(snapshot)),
      methodology: hashOf(canonicalMethodology(plan.methodology)),
    },
    resultHash: hashOf(canonicalResult(plan, lines)),
  };
}
