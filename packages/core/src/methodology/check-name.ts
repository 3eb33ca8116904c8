/**
 * A name in an expression: what it stands for here, and whether its index and the grain allow it.
 */
import { type CheckScope, reportAt } from "./check-scope.ts";
import type { NameNode, TextNode } from "./expression.ts";
import { allNames, findNamedValue, MONTH_DIMENSION, type NamedValue } from "./names.ts";
import { hasMonths } from "./references.ts";
import { suggestName } from "./suggestion.ts";
import { describeType, type ValueType } from "./value-type.ts";

export function checkName(node: NameNode, scope: CheckScope): ValueType {
  if (node.index.length === 0 && scope.dimensions.has(node.name)) {
    return { kind: "code", codeList: node.name };
  }
  const named = findNamedValue(scope.names, node.name);
  if (named === undefined) return reportUnknown(node, scope);
  if (named.kind === "calendar" && !hasMonths(scope.names.calendar)) {
    const facts = { name: MONTH_DIMENSION, kind: "calendar", suggestion: "" };
    return reportAt(node, scope, "reference-unknown", facts);
  }
  if (named.needsOrganisation && !scope.hasOrganisation) {
    return reportAt(node, scope, "grain-mismatch", { name: node.name, missing: "organisation" });
  }
  if (node.index.length !== named.dimensions.length) {
    const expected = `[${named.dimensions.join(", ")}]`;
    const facts = { name: node.name, expected, found: `${node.index.length}` };
    return reportAt(node, scope, "index-count", facts);
  }
  if (readsByMonth(named, scope) && !scope.dimensions.has(MONTH_DIMENSION)) {
    return reportAt(node, scope, "grain-mismatch", { name: node.name, missing: MONTH_DIMENSION });
  }
  node.index.forEach((item, position) => {
    checkIndexItem(item, named.dimensions[position] ?? "", scope);
  });
  return named.type;
}

function readsByMonth(named: NamedValue, scope: CheckScope): boolean {
  return named.kind === "parameter" && scope.valuesOn === "month";
}

function reportUnknown(node: NameNode, scope: CheckScope): ValueType {
  if (scope.names.codeLists.has(node.name)) {
    return reportAt(node, scope, "grain-mismatch", { name: node.name, missing: node.name });
  }
  const suggestion = suggestName(node.name, allNames(scope.names));
  return reportAt(node, scope, "name-unknown", { name: node.name, suggestion });
}

function checkIndexItem(item: NameNode | TextNode, dimension: string, scope: CheckScope): void {
  if (item.kind === "text") {
    const codes = scope.names.codeLists.get(dimension)?.codes;
    if (codes === undefined || codes.has(item.value)) return;
    const expected = [...codes.keys()].join(", ");
    reportAt(item, scope, "code-unknown", { value: item.value, expected });
    return;
  }
  const type = checkName(item, scope);
  if (type.kind === "unknown") return;
  if (type.kind === "code" && type.codeList === dimension) return;
  const facts = { expected: `[${dimension}]`, found: describeType(type) };
  reportAt(item, scope, "type-mismatch", facts);
}
