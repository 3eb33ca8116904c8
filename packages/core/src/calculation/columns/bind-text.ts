/** Codes and dates by the row. */
import { InvariantViolation } from "../../kernel/index.ts";
import type { Expression } from "../../methodology/index.ts";
import type { Binder } from "./binder.ts";
import { type Domain, keyOf } from "./domain.ts";
import { type Binding, bindItem, type Scope } from "./scope.ts";

/** What an expression that yields a code or a date means. */
export function bindText(node: Expression, scope: Scope, { law, register }: Binder): Binding {
  if (node.kind !== "text" && node.kind !== "name") {
    throw new InvariantViolation(`${node.kind} does not yield a code`);
  }
  return bindItem(node, scope, law.plan.methodology, register);
}

const NO_CODE = 0;

/** The code of each row; zero where the binding is the same everywhere. */
export function codesOfBinding({ key }: Binding, domain: Domain, { register }: Binder): Int32Array {
  if (key === undefined) return new Int32Array(domain.size).fill(NO_CODE);
  return keyOf(domain, key, register.derive).codes;
}

/** The text of each row; nothing where an organisation lacks the attribute. */
export function textsOfBinding(
  binding: Binding,
  domain: Domain,
  binder: Binder,
): readonly (string | undefined)[] {
  const texts = new Map<number, string | undefined>();
  return Array.from(codesOfBinding(binding, domain, binder), (code) => {
    if (!texts.has(code)) texts.set(code, binding.textOf(code));
    return texts.get(code);
  });
}
