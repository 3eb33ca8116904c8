/** Binds expressions, each part once for its rows and its scope. */
import type { Expression, Formula, NameNode } from "../../methodology/index.ts";
import { bindFormula } from "./bind-formula.ts";
import { bindNumber } from "./bind-number.ts";
import { bindTruth } from "./bind-truth.ts";
import type { Binder, Law } from "./binder.ts";
import type { BoundRegister } from "./bound-register.ts";
import { cityDomain, createRowSharing, type Domain, project } from "./domain.ts";
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
    const bind = (node: Expression, scope: Scope, domain: Domain): Input<Values> => {
      const formula = formulaNamed(node, scope, binder);
      if (formula !== undefined) {
        return bindFormula(node as NameNode, formula, scope, domain, binder, bind);
      }
      const { domain: own, index } = binder.project(domain, grainOf(node, scope));
      const figure = remember(own, node, scope, () => make(node, scope, own, binder));
      return { figure, index };
    };
    return bind;
  };
  const bindNumbers = place(numbers, bindNumber);
  const bindTruths = place(truths, bindTruth);
  const binder: Binder = {
    ...{ law, register, grainOf, city },
    figures: [],
    number: bindNumbers,
    truth: bindTruths,
    rows: createRowSharing(),
    project: (domain, grain) => project(domain, grain, { derive: register.derive, city }),
  };
  return binder;
}

/** The formula that a name stands for; nothing where it stands for something else. */
function formulaNamed(node: Expression, { bindings }: Scope, { law }: Binder): Formula | undefined {
  if (node.kind !== "name" || (node.index.length === 0 && bindings.has(node.name)))
    return undefined;
  const { formulas, methodology } = law.plan;
  const { attributes, facts, parameters, mappings } = methodology;
  const isOther = [attributes, facts, parameters, mappings].some((each) => each.has(node.name));
  return isOther ? undefined : formulas.get(node.name);
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
