/** Options of `zhanbasy calculate`, checked all at once; no output stands where an input stands. */
import type { Issue, Tiyn } from "@zhanbasy/core";
import {
  type RunOptions,
  readEnvelope,
  readFormulas,
  readOutput,
  readProtections,
  readRunOptions,
  type WrittenOptions,
} from "./options.ts";
import { pathFaults } from "./output-paths.ts";
import type { RunPaths } from "./run-output.ts";

/** What the command is asked for. */
type Asked = {
  readonly options: RunOptions;
  readonly envelope: Tiyn | undefined;
  readonly formulas: readonly string[];
  readonly paths: RunPaths;
};

/** Everything that is wrong with the options comes back at once. */
export function readAsked(written: WrittenOptions): Asked | { readonly faults: readonly Issue[] } {
  const options = readRunOptions(written);
  const envelope = readEnvelope(written);
  const out = readOutput(written);
  const formulas = readFormulas(written);
  const protections = readProtections(written);
  if (!options.ok || !envelope.ok || !out.ok || !formulas.ok || !protections.ok) {
    const each = [options, envelope, out, formulas, protections];
    return { faults: each.flatMap((one) => (one.ok ? [] : one.issues)) };
  }
  const paths = { out: out.value, protections: protections.value };
  const outputs = { "--out": paths.out, "--protections": paths.protections };
  const faults = pathFaults(outputs, options.value);
  if (faults.length > 0) return { faults };
  return {
    ...{ options: options.value, envelope: envelope.value, formulas: formulas.value },
    paths,
  };
}
