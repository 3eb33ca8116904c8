/** Tables of steps and of corners as figures; each distinct operand is looked up once. */
import { present } from "../../kernel/index.ts";
import { formatKey, type TableNode } from "../../methodology/index.ts";
import type { Ratio } from "../../money/index.ts";
import { valueInTable } from "../compile-table.ts";
import { keysOfRows, readingDays } from "./bind-name.ts";
import type { Binder } from "./binder.ts";
import type { Domain } from "./domain.ts";
import {
  countedAt,
  createFigure,
  type NumberFigure,
  numbersAt,
  type Readings,
  reachInput,
  sourcesOf,
} from "./figure.ts";
import { fromRatios, ratioAt } from "./numbers.ts";
import type { Scope } from "./scope.ts";

export function tableSource(table: string): string {
  return `table|${table}`;
}

export function bindTable(
  node: TableNode,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): NumberFigure {
  const { law } = binder;
  const operand = binder.number(node.operand, scope, domain);
  const keyAt = keysOfRows(node, scope, domain, binder);
  const dayAt = readingDays(scope, domain, binder);
  const found = (row: number) => {
    const key = keyAt(row);
    const lookup = key && law.plan.lookUpTable(node.table, key, dayAt(row));
    return lookup?.kind === "found" ? lookup.value : undefined;
  };
  const compute = () => {
    const numbers = numbersAt(operand);
    const known = new Map<string, Ratio | undefined>();
    const values = Array.from({ length: domain.size }, (_, row) => {
      const value = ratioAt(numbers, row);
      const table = value && found(row);
      if (value === undefined || table === undefined) return undefined;
      const place = `${table.validity.from}|${keyAt(row)?.join("|") ?? ""}`;
      const name = `${value.numerator}/${value.denominator}|${place}`;
      if (!known.has(name)) known.set(name, valueInTable(node.name, value, table.points));
      return known.get(name);
    });
    return { numbers: fromRatios(values), counted: countedAt(operand) };
  };
  const note = (asked: Uint8Array, readings: Readings) => {
    const { dimensions } = present(law.plan.methodology.tables.get(node.table), node.table);
    asked.forEach((each, row) => {
      const value = each === 1 ? found(row) : undefined;
      if (value === undefined) return;
      const key = formatKey(dimensions, value.key);
      const name = `${node.table}|${key}|${value.validity.from}`;
      readings.tables.set(name, { table: node.table, key, value });
    });
  };
  const sources = sourcesOf([operand], [tableSource(node.table)]);
  const reaches = [reachInput(operand)];
  const parts = { sources, reaches, compute, note, isReader: true as const };
  return createFigure(domain, parts, binder.figures);
}
