/** Options of `zhanbasy calculate`, checked all at once; no output stands where an input stands. */
import { basename, dirname, resolve, sep } from "node:path";
import type { Issue, Tiyn } from "@zhanbasy/core";
import { REGISTER_FILES } from "../files/read-register-folder.ts";
import {
  malformed,
  type RunOptions,
  readEnvelope,
  readFormulas,
  readOutput,
  readProtections,
  readRunOptions,
  type WrittenOptions,
} from "./options.ts";
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
  const faults = pathFaults(paths, options.value);
  if (faults.length > 0) return { faults };
  return {
    ...{ options: options.value, envelope: envelope.value, formulas: formulas.value },
    paths,
  };
}

/** Outputs that would stand where an input or the other output stands. */
function pathFaults({ out, protections }: RunPaths, options: RunOptions): readonly Issue[] {
  const outputs = { "--out": out, "--protections": protections };
  const overInputs = Object.entries(outputs).flatMap(([option, path]) =>
    path !== undefined && isInput(path, options) ? [malformed(option, path, NO_INPUT)] : [],
  );
  const isSame =
    out !== undefined && protections !== undefined && resolve(out) === resolve(protections);
  return isSame ? [...overInputs, malformed("--protections", out, OTHER_THAN_OUT)] : overInputs;
}

const NO_INPUT = "other-than-input";
const OTHER_THAN_OUT = "other-than-out";

/** Whether the output would stand where an input stands: a register is never written over. */
function isInput(path: string, { register, parameters, methodology }: RunOptions): boolean {
  const target = resolve(path);
  if (target.startsWith(resolve(methodology) + sep) && target.endsWith(".json")) return true;
  if (parameters !== undefined && target === resolve(parameters)) return true;
  return dirname(target) === resolve(register) && REGISTER_FILES.includes(basename(target));
}
