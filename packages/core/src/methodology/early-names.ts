/**
 * What cannot be asked yet: who reports a fact is decided by the organisation alone, and who
 * inherits one by its attributes and its own rows, before anything is added up over organisations.
 */
import { issue, type Place } from "../kernel/index.ts";
import { inside, type Reporter } from "./definitions.ts";
import { childrenOf, type Expression } from "./expression.ts";
import type { Methodology } from "./methodology.ts";
import { LINE_AMOUNT, OPEN, signaturesOf, stageResultOf } from "./names.ts";

/** What the expressions of facts are about. */
type Known = Pick<Methodology, "facts" | "formulas" | "stages">;

export function reportEarlyNames(methodology: Known, report: Reporter): void {
  for (const { reportedBy, inherited, place } of methodology.facts.values()) {
    const isOfRun = runNames(methodology);
    const isOfRegister = (name: string) => name === OPEN || methodology.facts.has(name);
    const asks = (name: string) => isOfRun(name) || isOfRegister(name);
    const first = findEarly(reportedBy, methodology, asks);
    reportEarly(first, "attributes", inside(place, "reportedBy"), report);
    const second = inherited && findEarly(inherited, methodology, isOfRun);
    reportEarly(second, "attributes-and-facts", inside(place, "inherited"), report);
  }
}

type Early = { readonly name: string; readonly offset: number };

function reportEarly(
  early: Early | undefined,
  expected: string,
  place: Place,
  report: Reporter,
): void {
  if (early === undefined) return;
  const where = { ...place, offset: early.offset };
  report(issue("name-too-early", where, { name: early.name, expected }));
}

/** Whether a name is a result of lines, of stages or of a solve. */
function runNames({ stages }: Known): (name: string) => boolean {
  const signatures = signaturesOf(stages);
  const rates = new Set([...signatures.values()].flatMap((each) => each.rates.map(({ id }) => id)));
  return (name) =>
    name === LINE_AMOUNT || rates.has(name) || stageResultOf(signatures, name) !== undefined;
}

/** The first such name or sum over organisations, in the text itself or in a formula under it. */
function findEarly(
  expression: Expression,
  { formulas }: Known,
  isEarly: (name: string) => boolean,
): Early | undefined {
  const seen = new Set<string>();
  const below = (name: string): Early | undefined => {
    if (isEarly(name)) return { name, offset: 0 };
    if (seen.has(name)) return undefined;
    seen.add(name);
    return firstOf(formulas.get(name) ?? [], (each) => find(each.expression));
  };
  const find = (node: Expression): Early | undefined => {
    const offset = node.span.start;
    if (node.kind === "total" || node.kind === "count") return { name: node.kind, offset };
    const found = node.kind === "name" ? below(node.name) : undefined;
    return found === undefined ? firstOf(childrenOf(node), find) : { name: found.name, offset };
  };
  return find(expression);
}

function firstOf<Item>(
  items: readonly Item[],
  find: (item: Item) => Early | undefined,
): Early | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
