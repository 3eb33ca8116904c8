/** The value of a result that is expected to hold one; its issues become the message otherwise. */
import type { Result } from "../../packages/core/src/index.ts";

const SHOWN = 5;

export function getValue<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  const shown = result.issues.slice(0, SHOWN).map((issue) => JSON.stringify(issue));
  throw new Error(`${result.issues.length} issues: ${shown.join("\n")}`);
}
