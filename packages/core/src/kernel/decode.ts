/** A zod schema as a Result: every fault with its path, as our own issues. */
import type { ZodType, z } from "zod";
import { type Issue, issue, type Place } from "./issue.ts";
import { type Result, unlessIssues } from "./result.ts";

/** A key that zod refuses or passes over, as the schema happens to be written. */
const PROTOTYPE = "__proto__";

/** Decodes untrusted JSON; `place` names the document, each fault adds the path inside it. */
export function decode<Value>(schema: ZodType<Value>, input: unknown, place: Place): Result<Value> {
  const parsed = schema.safeParse(input);
  const strays = prototypeKeys(input).map((path) =>
    issue("key-unknown", { ...place, path: [...(place.path ?? []), ...path] }, { name: PROTOTYPE }),
  );
  if (parsed.success) return unlessIssues(strays, () => parsed.data);
  const issues = parsed.error.issues.flatMap((fault) => faultsOf(fault, input, place));
  return unlessIssues([...issues, ...strays], () => input as Value);
}

type Step = string | number;

/** The paths to every key of that name. */
function prototypeKeys(input: unknown): readonly (readonly Step[])[] {
  if (typeof input !== "object" || input === null) return [];
  const members: readonly (readonly [Step, unknown])[] = Array.isArray(input)
    ? [...input.entries()]
    : Object.entries(input);
  return members.flatMap(([step, value]) =>
    step === PROTOTYPE ? [[step]] : prototypeKeys(value).map((path) => [step, ...path]),
  );
}

function faultsOf(fault: z.core.$ZodIssue, input: unknown, place: Place): readonly Issue[] {
  const path = fault.path.map((step) => (typeof step === "number" ? step : String(step)));
  const here = { ...place, path: [...(place.path ?? []), ...path] };
  if (fault.code === "unrecognized_keys") {
    const names = fault.keys.filter((name) => name !== PROTOTYPE);
    return names.map((name) =>
      issue("key-unknown", { ...here, path: [...here.path, name] }, { name }),
    );
  }
  const value = valueAt(input, path);
  const expected = expectedBy(fault, value);
  const name = path.at(-1);
  if (value === undefined && name !== undefined) {
    return [issue("field-missing", here, { name: `${name}`, expected })];
  }
  return [issue("document-malformed", here, { expected, found: shortText(value) })];
}

/** What should stand there; a number without its quotes is shown with them. */
function expectedBy(fault: z.core.$ZodIssue, value: unknown): string {
  if (fault.code === "invalid_type") {
    return fault.expected === "string" && typeof value === "number"
      ? JSON.stringify(`${value}`)
      : fault.expected;
  }
  if (fault.code === "invalid_value") return fault.values.map(String).join(" | ");
  if (fault.code === "too_big") return `≤ ${fault.maximum}`;
  if (fault.code === "too_small") return `≥ ${fault.minimum}`;
  if (fault.code !== "invalid_union" || fault.errors.length > 0) return fault.message;
  // The choices of a field that says what the rest is.
  return fault.message.replace(/^.*Expected /, "").replaceAll("'", "");
}

function valueAt(input: unknown, path: readonly (string | number)[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}

/** A JSON value as people can recognise it, at most 80 characters. */
function shortText(value: unknown): string {
  if (value === undefined) return "—";
  if (Array.isArray(value)) return "[…]";
  if (typeof value === "object" && value !== null) return "{…}";
  return typeof value === "string" ? value.slice(0, 80) : JSON.stringify(value).slice(0, 80);
}
