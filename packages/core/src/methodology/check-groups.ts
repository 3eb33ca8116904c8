/** What sums and totals go over: dimensions of cells, groups of organisations. */
import { type CheckScope, reportAt } from "./check-scope.ts";
import type { Expression, SumNode, TotalNode } from "./expression.ts";
import { groupDimension } from "./names.ts";
import { suggestName } from "./suggestion.ts";

/** Reports dimensions of a sum that no code list has, and those named twice. */
export function checkDimensions(node: SumNode, scope: CheckScope): void {
  const { codeLists } = scope.names;
  reportRepeated(node.over, node, scope);
  for (const name of node.over) {
    if (codeLists.has(name)) continue;
    const suggestion = suggestName(name, codeLists.keys());
    reportAt(node, scope, "reference-unknown", { name, kind: "codeList", suggestion });
  }
}

/**
 * Reports groups that cannot be made. Groups are made by attributes of one code; which group is
 * meant is said by a dimension in scope, else by the organisation at hand.
 */
export function checkGroups(node: TotalNode, scope: CheckScope): void {
  const attributes = groupAttributes(scope);
  reportRepeated(node.by, node, scope);
  for (const by of node.by) {
    if (attributes.includes(by)) checkReach(by, node, scope);
    else reportNoGroup(by, attributes, node, scope);
  }
}

function groupAttributes({ names }: CheckScope): readonly string[] {
  return [...names.attributes.values()]
    .filter(({ type }) => type.kind === "code" || type.kind === "group")
    .map(({ id }) => id);
}

function checkReach(by: string, node: TotalNode, scope: CheckScope): void {
  const dimension = groupDimension(scope.names, by);
  if (scope.dimensions.has(dimension)) return;
  if (scope.dimensions.has(by)) {
    const facts = { expected: `[${dimension}]`, found: `[${by}]` };
    reportAt(node, scope, "type-mismatch", facts);
  } else if (!scope.hasOrganisation) {
    reportAt(node, scope, "grain-mismatch", { name: node.kind, missing: by });
  }
}

/** The name of a code list is taken for the attribute that has its codes. */
function reportNoGroup(
  by: string,
  attributes: readonly string[],
  node: TotalNode,
  scope: CheckScope,
): void {
  if (scope.names.attributes.has(by)) {
    reportAt(node, scope, "type-mismatch", { expected: attributes.join(", "), found: by });
    return;
  }
  const sameCodes = attributes.find((id) => groupDimension(scope.names, id) === by);
  const suggestion = sameCodes ?? suggestName(by, attributes);
  reportAt(node, scope, "reference-unknown", { name: by, kind: "attribute", suggestion });
}

function reportRepeated(names: readonly string[], node: Expression, scope: CheckScope): void {
  names.forEach((name, position) => {
    if (names.indexOf(name) === position) return;
    reportAt(node, scope, "definition-duplicate", { name, kind: "dimension" });
  });
}
