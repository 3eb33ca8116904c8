/** No output stands where an input or another output stands: a register is never written over. */
import { basename, dirname, resolve, sep } from "node:path";
import type { Issue } from "@zhanbasy/core";
import { REGISTER_FILES } from "../files/read-register-folder.ts";
import { malformed, type RunOptions } from "./options.ts";

/** Where outputs go, by option; nothing is written where there is no path. */
export type OutputPaths = Readonly<Record<string, string | undefined>>;

/** What is read: folders and files as the options name them. */
export type InputPaths = Partial<
  Pick<RunOptions, "register" | "methodology" | "parameters" | "scenarios">
> & {
  /** Other files. */
  readonly files?: readonly string[];
};

/** Outputs at a forbidden place, each by its option; the other output is the one named first. */
export function pathFaults(outputs: OutputPaths, inputs: InputPaths): readonly Issue[] {
  const named = Object.entries(outputs).flatMap(([option, path]) =>
    path === undefined ? [] : [{ option, path, target: resolve(path) }],
  );
  const overInputs = named.filter(({ target }) => isInput(target, inputs));
  const twice = named.filter(({ target }, place) =>
    named.slice(0, place).some((other) => other.target === target),
  );
  return [
    ...overInputs.map(({ option, path }) => malformed(option, path, NO_INPUT)),
    ...twice.map(({ option, path }) => malformed(option, path, OTHER_THAN_OUT)),
  ];
}

/** Outputs that would stand where a document stands that was read on the way. */
export function fileFaults(outputs: OutputPaths, files: readonly string[]): readonly Issue[] {
  return Object.entries(outputs).flatMap(([option, path]) =>
    path !== undefined && isInput(resolve(path), { files })
      ? [malformed(option, path, NO_INPUT)]
      : [],
  );
}

const NO_INPUT = "other-than-input";
const OTHER_THAN_OUT = "other-than-out";

function isInput(
  target: string,
  { register, methodology, parameters, scenarios = [], files = [] }: InputPaths,
): boolean {
  const others = [...scenarios, ...files, ...(parameters === undefined ? [] : [parameters])];
  if (others.some((path) => resolve(path) === target)) return true;
  const isDocument =
    methodology !== undefined &&
    target.startsWith(resolve(methodology) + sep) &&
    target.endsWith(".json");
  if (isDocument) return true;
  if (register === undefined) return false;
  return dirname(target) === resolve(register) && REGISTER_FILES.includes(basename(target));
}
