/**
 * A formula that is named in an expression, bound once for all who name it with the same arguments.
 *
 * Its rows are those of its own arguments, under its own names for them, so that lines and sums
 * that ask the same of it share its figures.
 */
import { present } from "../../kernel/index.ts";
import type { Formula, NameNode } from "../../methodology/index.ts";
import { bindText } from "./bind-text.ts";
import type { Binder } from "./binder.ts";
import {
  createDomain,
  type Domain,
  type KeyColumn,
  keyOf,
  ORGANISATION_KEY,
  pick,
} from "./domain.ts";
import type { Input } from "./figure.ts";
import { type Binding, createScope, type Scope } from "./scope.ts";

/** The formula's expression, seen from the rows that name it. */
export function bindFormula<Values>(
  node: NameNode,
  formula: Formula,
  scope: Scope,
  domain: Domain,
  binder: Binder,
  bind: (node: Formula["expression"], scope: Scope, domain: Domain) => Input<Values>,
): Input<Values> {
  const own = binder.project(domain, binder.grainOf(node, scope));
  const bindings = new Map<string, Binding>();
  const keys = new Map<string, KeyColumn>();
  for (const [name, column] of own.domain.keys) {
    if (name === ORGANISATION_KEY || name.startsWith("@")) keys.set(name, column);
  }
  formula.grain.dimensions.forEach((dimension, place) => {
    const item = present(node.index[place], `${formula.id} has an index for ${dimension}`);
    const binding = bindText(item, scope, binder);
    const key = `${dimension}=`;
    bindings.set(dimension, argumentOf(binding, key));
    if (binding.key === undefined) return;
    // An argument that the formula does not read is no key of its rows.
    const { keys: ownKeys } = own.domain;
    const isRead =
      ownKeys.has(binding.key) || (binding.key.startsWith("@") && ownKeys.has(ORGANISATION_KEY));
    if (isRead) keys.set(key, keyOf(own.domain, binding.key, binder.register.derive));
  });
  const rows = binder.rows.share(createDomain(own.domain.size, keys));
  const inner = createScope(bindings, formula.valuesOn, 0);
  const { figure, index } = bind(formula.expression, inner, rows);
  if (own.index === undefined) return { figure, index };
  return { figure, index: index === undefined ? own.index : pick(index, own.index) };
}

function argumentOf(binding: Binding, key: string): Binding {
  const { key: from, texts, textOf } = binding;
  return from === undefined ? binding : { id: `${key}${texts}`, key, texts, textOf };
}
