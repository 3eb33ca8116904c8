/**
 * A name in an expression: what it stands for here, and whether its index and the grain allow it.
 */
import { type CheckScope, reportAt } from "./check-scope.ts";
import type { NameNode, TableNode, TextNode } from "./expression.ts";
import { allNames, findNamedValue, MONTH_DIMENSION } from "./names.ts";
import { hasMonths } from "./references.ts";
import { suggestName } from "./suggestion.ts";
import { describeType, UNKNOWN, type ValueType } from "./value-type.ts";

export function checkName(node: NameNode, scope: CheckScope): ValueType {
  if (node.index.length === 0 && scope.dimensions.has(node.name)) {
    return dimensionType(node.name, scope);
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
  const isDated = named.kind === "parameter";
  return checkIndex(node, { ...named, name: node.name, isDated }, scope) ? named.type : UNKNOWN;
}

/** What is asked for by codes: a value of a name, the points of a table. */
type Indexed = {
  readonly name: string;
  readonly dimensions: readonly string[];
  /** Whether it is read on a day, which is a month's first where values are read by the month. */
  readonly isDated: boolean;
  /** The codes that may be written in it, where not all of the dimension may. */
  readonly codes?: readonly string[] | undefined;
};

/** Whether the index is as long as it must be; faults of it and of its items are reported. */
export function checkIndex(
  node: NameNode | TableNode,
  { name, dimensions, isDated, codes }: Indexed,
  scope: CheckScope,
): boolean {
  if (node.index.length !== dimensions.length) {
    const expected = `[${dimensions.join(", ")}]`;
    reportAt(node, scope, "index-count", { name, expected, found: `${node.index.length}` });
    return false;
  }
  if (isDated && scope.valuesOn === "month" && !scope.dimensions.has(MONTH_DIMENSION)) {
    reportAt(node, scope, "grain-mismatch", { name, missing: MONTH_DIMENSION });
    return false;
  }
  node.index.forEach((item, position) => {
    if (item.kind !== "text" || codes === undefined || codes.includes(item.value)) {
      checkCode(item, dimensions[position] ?? "", scope);
    } else {
      const facts = { value: item.value, expected: codes.join(", ") };
      reportAt(item, scope, "code-unknown", facts);
    }
  });
  return true;
}

/** A code of the dimension: in quotes, a dimension in scope, an attribute or a mapping. */
export function checkCode(item: NameNode | TextNode, dimension: string, scope: CheckScope): void {
  if (item.kind === "text") {
    const codes = scope.names.codeLists.get(dimension)?.codes;
    if (codes === undefined || codes.has(item.value)) return;
    const expected = [...codes.keys()].join(", ");
    reportAt(item, scope, "code-unknown", { value: item.value, expected });
    return;
  }
  const isStray =
    item.index.length === 0 &&
    item.name !== dimension &&
    !scope.dimensions.has(item.name) &&
    findNamedValue(scope.names, item.name) === undefined &&
    scope.names.codeLists.has(item.name);
  const type: ValueType = isStray ? { kind: "code", codeList: item.name } : checkName(item, scope);
  if (type.kind === "unknown") return;
  if (type.kind === "code" && type.codeList === dimension) return;
  if (type.kind === "group" && type.attribute === dimension) return;
  const facts = { expected: `[${dimension}]`, found: describeType(type) };
  reportAt(item, scope, "type-mismatch", facts);
}

/** A dimension in scope is a code of its list, or a group that only the register knows. */
function dimensionType(name: string, { names }: CheckScope): ValueType {
  return names.codeLists.has(name)
    ? { kind: "code", codeList: name }
    : { kind: "group", attribute: name };
}

function reportUnknown(node: NameNode, scope: CheckScope): ValueType {
  if (scope.names.codeLists.has(node.name)) {
    return reportAt(node, scope, "dimension-unbound", { name: node.name });
  }
  if (scope.names.tables.has(node.name)) {
    const facts = { expected: `band(…, ${node.name})`, found: node.name };
    return reportAt(node, scope, "type-mismatch", facts);
  }
  const candidates = allNames(scope.names);
  const isStage = scope.names.stageSignatures.has(node.name);
  const result = candidates.find((name) => isStage && name.startsWith(`${node.name}.`));
  const suggestion = result ?? suggestName(node.name, candidates);
  return reportAt(node, scope, "name-unknown", { name: node.name, suggestion });
}
