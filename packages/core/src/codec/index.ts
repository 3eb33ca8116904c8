export { hashOf } from "./hash.ts";
export { identifyScenario } from "./identify-scenario.ts";
export { identifyRun, type RunIdentity } from "./run-identity.ts";
