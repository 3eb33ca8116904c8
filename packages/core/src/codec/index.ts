export { canonicalStage } from "./canonical-stage.ts";
export { hashOf } from "./hash.ts";
export { identifyModel } from "./identify-model.ts";
export {
  type InputsIdentity,
  identifyEffects,
  identifyInputs,
  identifyScenario,
} from "./identify-scenario.ts";
export { identifyRun, type RunIdentity } from "./run-identity.ts";
