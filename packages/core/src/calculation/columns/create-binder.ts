/** Binds expressions, each part once for its rows and its scope. */
import type { Expression } from "../../methodology/index.ts";
import { bindNumber } from "./bind-number.ts";
import { bindTruth } from "./bind-truth.ts";
import type { Binder, Law } from "./binder.ts";
import type { BoundRegister } from "./bound-register.ts";
import { cityDomain, type Domain, project } from "./domain.ts";
import type { Figure, Input, NumberInput, TruthInput } from "./figure.ts";
import { createGrainFinder } from "./grain.ts";
import type { Scope } from "./scope.ts";

/** A binder for the rows of a register; figures it made read the law as it stands then. */
export function createBinder(law: Law, register: BoundRegister): Binder {
  const grainOf = createGrainFinder(law.plan, register);
  const city = cityDomain();
  const numbers = createMemory<NumberInput["figure"]>();
  const truths = createMemory<TruthInput["figure"]>();
  const place = <Values>(
    remember: Remember<Figure<Values>>,
    make: (node: Expression, scope: Scope, domain: Domain, binder: Binder) => Figure<Values>,
  ) => {
    return (node: Expression, scope: Scope, domain: Domain): Input<Values> => {
      const { domain: own, index } = binder.project(domain, grainOf(node, scope));
      const figure = remember(own, node, scope, () => make(node, scope, own, binder));
      return { figure, index };
    };
  };
  const binder: Binder = {
    ...{ law, register, grainOf, city },
    figures: [],
    number: (node, scope, domain) => place(numbers, bindNumber)(node, scope, domain),
    truth: (node, scope, domain) => place(truths, bindTruth)(node, scope, domain),
    project: (domain, grain) => project(domain, grain, { derive: register.derive, city }),
  };
  return binder;
}

type Remember<Made> = (domain: Domain, node: Expression, scope: Scope, make: () => Made) => Made;

/** Figures by domain, expression and scope. */
function createMemory<Made>(): Remember<Made> {
  const known = new WeakMap<Domain, Map<Expression, Map<string, Made>>>();
  return (domain, node, scope, make) => {
    const nodes = known.get(domain) ?? new Map<Expression, Map<string, Made>>();
    known.set(domain, nodes);
    const scopes = nodes.get(node) ?? new Map<string, Made>();
    nodes.set(node, scopes);
    const found = scopes.get(scope.id) ?? make();
    scopes.set(scope.id, found);
    return found;
  };
}
