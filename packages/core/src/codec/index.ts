export { hashOf } from "./hash.ts";
export { identifyRun, type RunIdentity } from "./run-identity.ts";
