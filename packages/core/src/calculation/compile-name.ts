/** Names turned into functions: parameters, facts, attributes, formulas, months and dimensions. */
import { InvariantViolation, issue, present } from "../kernel/index.ts";
import {
  formatKey,
  type HasNode,
  LINE_AMOUNT,
  MONTH_DIMENSION,
  MONTH_NUMBER,
  type NameNode,
  OPEN,
  signaturesOf,
  stageResultOf,
} from "../methodology/index.ts";
import { findDecimal, type Ratio, ratioOf, ratioOfDecimal, ZERO } from "../money/index.ts";
import type { CalendarDate } from "../time/index.ts";
import type { Compiler, Layout, NumberCode, TextCode, TruthCode } from "./code.ts";
import {
  type Remembered,
  type RunFigures,
  type RunState,
  reportOnce,
  type Slots,
  type Value,
} from "./run-state.ts";

export function compileNumberName(node: NameNode, layout: Layout, compiler: Compiler): NumberCode {
  const { methodology } = compiler.plan;
  if (node.name === MONTH_NUMBER) {
    const [month] = indexCodes(node, layout, compiler);
    return (slots, state) => ratioOf(BigInt(Number(month?.(slots, state))));
  }
  if (methodology.attributes.has(node.name)) return numberAttribute(node.name);
  if (methodology.facts.has(node.name)) return fact(node, layout, compiler);
  if (methodology.parameters.has(node.name)) return parameter(node, layout, compiler);
  if (compiler.plan.formulas.has(node.name)) {
    const formula = formulaCall(node, layout, compiler);
    return (slots, state) => asNumber(node, formula(slots, state));
  }
  return runFigure(node, layout, compiler);
}

function asNumber({ name }: NameNode, value: Value): Ratio {
  if (typeof value === "boolean") throw new InvariantViolation(`${name} is not a number`);
  return value;
}

/** What the whole run must be asked: a line before stages, a result of a stage, a solved rate. */
function runFigure(node: NameNode, layout: Layout, compiler: Compiler): NumberCode {
  const codes = indexCodes(node, layout, compiler);
  const read = figureReader(node, compiler);
  return (slots, state) => {
    const found = read(
      present(state.run, `${node.name} is asked in a run`),
      codes.map((code) => code(slots, state)),
      state,
    );
    state.isCounted ||= found.isCounted;
    return asNumber(node, found.value);
  };
}

type FigureReader = (run: RunFigures, codes: readonly string[], state: RunState) => Remembered;

function figureReader({ name }: NameNode, { plan }: Compiler): FigureReader {
  if (name === LINE_AMOUNT) return (run, [line = ""], state) => run.lineAmount(line, state);
  const result = stageResultOf(signaturesOf(plan.methodology.stages), name);
  if (result === undefined) return (run) => ({ value: run.solvedRate(name), isCounted: false });
  return (run, codes, state) => run.stageFigure(result.stage, result.result, codes, state);
}

export function compileTruthName(node: NameNode, layout: Layout, compiler: Compiler): TruthCode {
  if (node.name === OPEN) {
    const [month] = indexCodes(node, layout, compiler);
    return (slots, state) => state.openMonths.has(month?.(slots, state) ?? "");
  }
  const formula = formulaCall(node, layout, compiler);
  return (slots, state) => {
    const value = formula(slots, state);
    if (typeof value !== "boolean") throw new InvariantViolation(`${node.name} is not a condition`);
    return value;
  };
}

export function compileTextName(node: NameNode, layout: Layout, compiler: Compiler): TextCode {
  const mapping = compiler.plan.methodology.mappings.get(node.name);
  const [mapped] = node.index;
  if (mapping !== undefined && mapped !== undefined) {
    const code = compiler.text(mapped, layout);
    return (slots, state) => mapping.codes.get(code(slots, state)) ?? "";
  }
  const slot = layout.slots.get(node.name);
  if (slot !== undefined) return (slots) => slots[slot] ?? "";
  return (_slots, state) => readAttribute(node.name, state);
}

/** The organisation's attribute; an empty one is an issue, never a zero. */
export function readAttribute(name: string, state: RunState): string {
  const organisation = present(state.organisation, `${name} is asked of an organisation`);
  const value = organisation.attributes.get(name);
  if (value !== undefined) return value;
  const facts = { attribute: name, organisation: organisation.id };
  reportOnce(state, issue("attribute-missing", { ...organisation.source, column: name }, facts));
  return "";
}

function numberAttribute(name: string): NumberCode {
  const parsed = new Map<string, Ratio>();
  return (_slots, state) => {
    const text = readAttribute(name, state);
    const known = parsed.get(text);
    if (known !== undefined) return known;
    const decimal = findDecimal(text);
    const value = decimal === undefined ? ZERO : ratioOfDecimal(decimal);
    parsed.set(text, value);
    return value;
  };
}

function fact(node: NameNode, layout: Layout, compiler: Compiler): NumberCode {
  const codes = indexCodes(node, layout, compiler);
  return (slots, state) => {
    const cell = state.cellsOf(node.name).get(joinCodes(codes, slots, state));
    if (cell === undefined) return ZERO;
    state.isCounted = true;
    return cell.value;
  };
}

function parameter(node: NameNode, layout: Layout, compiler: Compiler): NumberCode {
  const codes = indexCodes(node, layout, compiler);
  const dayOf = readingDay(layout, compiler);
  const remembered = new Map<string, Ratio>();
  return (slots, state) => {
    const day = dayOf(slots);
    const name = `${day}|${joinCodes(codes, slots, state)}`;
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const key = codes.map((code) => code(slots, state));
    const value = readParameter(node.name, key, day, compiler, state);
    // What is missing is told anew in every run that asks.
    if (value !== undefined) remembered.set(name, value);
    return value ?? ZERO;
  };
}

/** Whether the organisation has the cell of a fact that the name asks for. */
export function compileHas({ operand }: HasNode, layout: Layout, compiler: Compiler): TruthCode {
  const codes = indexCodes(operand, layout, compiler);
  return (slots, state) => state.cellsOf(operand.name).has(joinCodes(codes, slots, state));
}

/** The codes of an index as one name; a loop, since it is asked for every cell of every sum. */
function joinCodes(codes: readonly TextCode[], slots: Slots, state: RunState): string {
  let name = "";
  for (let place = 0; place < codes.length; place += 1) {
    const code = codes[place]?.(slots, state) ?? "";
    name += place === 0 ? code : `|${code}`;
  }
  return name;
}

function readParameter(
  id: string,
  key: readonly string[],
  day: CalendarDate,
  { plan }: Compiler,
  state: RunState,
): Ratio | undefined {
  const found = plan.lookUp(id, key, day);
  const { dimensions, place } = present(plan.methodology.parameters.get(id), `parameter ${id}`);
  if (found.kind === "found") {
    const name = formatKey(dimensions, found.value.key);
    state.used.set(`${id}|${name}|${found.value.validity.from}`, {
      parameter: id,
      key: name,
      value: found.value,
    });
    return found.value.value;
  }
  const written = formatKey(dimensions, key);
  const facts = { parameter: id, key: written, validOn: day, knownOn: plan.asOf.knownOn };
  const code = found.kind === "missing" ? "parameter-missing" : "parameter-ambiguous";
  // One line a key, at the first day asked for, not one for each month of the year.
  reportOnce(state, issue(code, place, facts), id, written);
  return undefined;
}

/** The day on which parameters are read here: the year's first, or that of the month in scope. */
export function readingDay(
  layout: Layout,
  { plan }: Compiler,
): (slots: readonly string[]) => CalendarDate {
  const slot = layout.slots.get(MONTH_DIMENSION);
  if (layout.valuesOn === "year" || slot === undefined) return () => plan.yearStart;
  return (slots) =>
    present(plan.monthStarts.get(slots[slot] ?? ""), "the month in scope has a first day");
}

function formulaCall(node: NameNode, layout: Layout, compiler: Compiler) {
  const formula = compiler.formula(node.name);
  const codes = indexCodes(node, layout, compiler);
  return (slots: Parameters<NumberCode>[0], state: RunState) =>
    formula(
      codes.map((code) => code(slots, state)),
      state,
    );
}

function indexCodes(node: NameNode, layout: Layout, compiler: Compiler): readonly TextCode[] {
  return node.index.map((item) => compiler.text(item, layout));
}
