/** Tables of steps and of corners turned into functions. */
import { issue, present } from "../kernel/index.ts";
import {
  formatKey,
  type TableNode,
  type TablePoint,
  type TableValue,
} from "../methodology/index.ts";
import {
  addRatios,
  compareRatios,
  divideRatios,
  multiplyRatios,
  type Ratio,
  subtractRatios,
  ZERO,
} from "../money/index.ts";
import type { CalendarDate } from "../time/index.ts";
import type { Compiler, Layout, NumberCode } from "./code.ts";
import { readingDay } from "./compile-name.ts";
import { type RunState, reportOnce } from "./run-state.ts";
import { exactText } from "./trace.ts";

export function compileTable(node: TableNode, layout: Layout, compiler: Compiler): NumberCode {
  const operand = compiler.number(node.operand, layout);
  const codes = node.index.map((item) => compiler.text(item, layout));
  const dayOf = readingDay(layout, compiler);
  return (slots, state) => {
    const value = operand(slots, state);
    const key = codes.map((code) => code(slots, state));
    const chosen = readTable(node.table, key, dayOf(slots), compiler, state);
    if (chosen === undefined) return ZERO;
    const found = valueInTable(node.name, value, chosen.points);
    if (found !== undefined) return found;
    const from = chosen.points[0]?.digits.from ?? "";
    const organisation = state.organisation?.id ?? "";
    const facts = { table: node.table, value: exactText(value), from, organisation };
    reportOnce(state, issue("table-out-of-range", chosen.place, facts), node.table, organisation);
    return ZERO;
  };
}

/** The value of a table at `operand`; nothing below the first step. */
export function valueInTable(
  name: TableNode["name"],
  operand: Ratio,
  points: readonly TablePoint[],
): Ratio | undefined {
  const next = points.findIndex(({ from }) => compareRatios(from, operand) > 0);
  const below = next < 0 ? points.at(-1) : points[next - 1];
  const above = next < 0 ? undefined : points[next];
  if (name === "band") return below?.value;
  if (below === undefined || above === undefined) return (below ?? above)?.value;
  const share = divideRatios(
    subtractRatios(operand, below.from),
    subtractRatios(above.from, below.from),
  );
  return addRatios(below.value, multiplyRatios(share, subtractRatios(above.value, below.value)));
}

function readTable(
  id: string,
  key: readonly string[],
  day: CalendarDate,
  { plan }: Compiler,
  state: RunState,
): TableValue | undefined {
  const found = plan.lookUpTable(id, key, day);
  const { dimensions, place } = present(plan.methodology.tables.get(id), `table ${id}`);
  if (found.kind === "found") {
    const name = formatKey(dimensions, found.value.key);
    const used = { table: id, key: name, value: found.value };
    state.usedTables.set(`${id}|${name}|${found.value.validity.from}`, used);
    return found.value;
  }
  const written = formatKey(dimensions, key);
  const facts = { parameter: id, key: written, validOn: day, knownOn: plan.asOf.knownOn };
  const code = found.kind === "missing" ? "parameter-missing" : "parameter-ambiguous";
  reportOnce(state, issue(code, place, facts), id, written);
  return undefined;
}
