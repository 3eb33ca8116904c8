/** What is looked up: a value in a table, a row of the register, one code among several. */
import { checkCode, checkIndex, checkName } from "./check-name.ts";
import { type CheckScope, reportAt } from "./check-scope.ts";
import type { HasNode, IncludesNode, TableNode } from "./expression.ts";
import { findNamedValue } from "./names.ts";
import { suggestName } from "./suggestion.ts";
import {
  commonNumber,
  describeType,
  numberType,
  TRUTH,
  UNKNOWN,
  type ValueType,
} from "./value-type.ts";

/** The type of a table's value; what is looked up must have the unit that the table asks for. */
export function checkTable(node: TableNode, operand: ValueType, scope: CheckScope): ValueType {
  const { tables } = scope.names;
  const table = tables.get(node.table);
  if (table === undefined) {
    if (findNamedValue(scope.names, node.table) !== undefined) {
      const facts = { expected: "table", found: node.table };
      return reportAt(node, scope, "type-mismatch", facts);
    }
    const suggestion = suggestName(node.table, tables.keys());
    return reportAt(node, scope, "name-unknown", { name: node.table, suggestion });
  }
  const expected = numberType(table.operandUnit);
  if (operand.kind !== "unknown" && commonNumber(expected, operand) === undefined) {
    const facts = {
      left: describeType(expected),
      right: describeType(operand),
      operation: `${node.name}(…, ${node.table})`,
    };
    reportAt(node.operand, scope, "unit-mismatch", facts);
  }
  const { dimensions } = table;
  return checkIndex(node, { name: node.table, dimensions, isDated: true }, scope)
    ? numberType(table.unit)
    : UNKNOWN;
}

/** A condition on a cell of a fact. */
export function checkHas({ operand }: HasNode, scope: CheckScope): ValueType {
  const { facts } = scope.names;
  const named = findNamedValue(scope.names, operand.name);
  if (named === undefined) {
    const suggestion = suggestName(operand.name, facts.keys());
    reportAt(operand, scope, "name-unknown", { name: operand.name, suggestion });
  } else if (named.kind === "fact") checkName(operand, scope);
  else reportAt(operand, scope, "type-mismatch", { expected: "fact", found: operand.name });
  return TRUTH;
}

/** A condition on an attribute of several codes. */
export function checkIncludes({ operand, code }: IncludesNode, scope: CheckScope): ValueType {
  const type = checkName(operand, scope);
  if (type.kind === "codes") checkCode(code, type.codeList, scope);
  else if (type.kind !== "unknown") {
    reportAt(operand, scope, "type-mismatch", { expected: "codes", found: describeType(type) });
  }
  return TRUTH;
}
