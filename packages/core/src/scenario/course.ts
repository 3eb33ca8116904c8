/**
 * Whether what a city pays can only rise, or only fall, while a parameter rises: read off the texts
 * of its formulas, without calculating anything.
 *
 * What is not understood is unknown, so an answer other than that is a proof. Roundings, bounds and
 * sums keep the course; a condition that stands on the parameter may turn it.
 */
import type { CalculationPlan } from "../calculation/index.ts";
import {
  type Expression,
  LINE_AMOUNT,
  type Methodology,
  type Parameter,
} from "../methodology/index.ts";
import { findDecimal } from "../money/index.ts";
import { countsPeople } from "../register/index.ts";

export type Course = "constant" | "rises" | "falls" | "unknown";
type Sign = "not-negative" | "not-positive" | "unknown";
type Motion = { readonly course: Course; readonly sign: Sign };

/** The course of every line's amount, and so of every sum of lines, as these parameters rise. */
export function courseOf(plan: CalculationPlan, raised: ReadonlySet<string>): Course {
  // Stages share and compare: a line may fall because another one rises.
  if (plan.stages.length > 0) return "unknown";
  const reader = createReader(plan, raised);
  return plan.lines.reduce<Course>((course, { when, amount }) => {
    if (reader(when).course !== "constant") return "unknown";
    return together(course, reader(amount).course);
  }, "constant");
}

type Reader = (node: Expression) => Motion;

const STILL: Motion = { course: "constant", sign: "unknown" };
const LOST: Motion = { course: "unknown", sign: "unknown" };

function createReader(plan: CalculationPlan, raised: ReadonlySet<string>): Reader {
  const known = new Map<string, Motion>();
  const nameMotion = (name: string): Motion => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const formula = plan.formulas.get(name);
    const motion = formula === undefined ? valueMotion(name) : read(formula.expression);
    known.set(name, motion);
    return motion;
  };
  const valueMotion = (name: string): Motion => {
    const parameter = plan.methodology.parameters.get(name);
    if (parameter === undefined) return givenMotion(name, plan.methodology);
    const course = raised.has(name) ? "rises" : "constant";
    return { course, sign: isNotNegative(parameter) ? "not-negative" : "unknown" };
  };
  const read: Reader = (node) => {
    switch (node.kind) {
      case "number":
        return {
          course: "constant",
          sign: node.digits.startsWith("-") ? "unknown" : "not-negative",
        };
      case "name":
        return nameMotion(node.name);
      case "negate":
        return negated(read(node.operand));
      case "round":
      case "sum":
        return read(node.kind === "round" ? node.operand : node.body);
      case "total":
        return read(node.body);
      case "binary":
        return binaryMotion(node.operator, read(node.left), read(node.right));
      case "if":
        return chosen([read(node.condition)], [read(node.then), read(node.otherwise)]);
      case "cases":
        return chosen(
          node.cases.map(({ when }) => read(when)),
          [...node.cases.map(({ then }) => read(then)), read(node.otherwise.then)],
        );
      case "call":
        return callMotion(node.name, node.arguments.map(read));
      case "text":
      case "truth":
      case "has":
      case "includes":
        return STILL;
      case "not":
      case "table":
        return isStill([read(node.operand)]) ? STILL : LOST;
      case "count-if":
      case "count":
        return isStill([read(node.body)]) ? { ...STILL, sign: "not-negative" } : LOST;
    }
  };
  return read;
}

function isNotNegative({ minimum }: Parameter): boolean {
  const least = minimum === undefined ? undefined : findDecimal(minimum);
  return least !== undefined && !least.isNegative();
}

/** What is no law: facts, attributes, the calendar; people are never fewer than none. */
function givenMotion(name: string, { facts, attributes }: Methodology): Motion {
  const fact = facts.get(name);
  // What is left to successors goes by a headcount that may stand on anything.
  if (name === LINE_AMOUNT || fact?.inherited !== undefined) return LOST;
  const type = attributes.get(name)?.type;
  const unit = fact?.unit ?? (type?.kind === "number" ? type.unit : undefined);
  return unit !== undefined && countsPeople(unit) ? { ...STILL, sign: "not-negative" } : STILL;
}

function isStill(motions: readonly Motion[]): boolean {
  return motions.every(({ course }) => course === "constant");
}

/** One of several, by conditions: its course is known where the choice never changes. */
function chosen(conditions: readonly Motion[], values: readonly Motion[]): Motion {
  return isStill(conditions) ? joined(values) : LOST;
}

/** What moves with all of them: a sum, a least or greatest, one of several. */
function joined(motions: readonly Motion[]): Motion {
  const [first = STILL, ...others] = motions;
  return others.reduce(
    (left, right) => ({
      course: together(left.course, right.course),
      sign: left.sign === right.sign ? left.sign : "unknown",
    }),
    first,
  );
}

function together(left: Course, right: Course): Course {
  if (left === "constant") return right;
  if (right === "constant" || left === right) return left;
  return "unknown";
}

function binaryMotion(operator: string, left: Motion, right: Motion): Motion {
  switch (operator) {
    case "+":
      return joined([left, right]);
    case "-":
      return joined([left, negated(right)]);
    case "*":
      return product(left, right);
    case "/":
      // A divisor that stands still keeps its sign, or the value is a fault.
      return isStill([right]) ? scaled(left, right.sign) : LOST;
    default:
      return isStill([left, right]) ? STILL : LOST;
  }
}

function product(left: Motion, right: Motion): Motion {
  if (isStill([right])) return scaled(left, right.sign);
  if (isStill([left])) return scaled(right, left.sign);
  const isPositive = left.sign === "not-negative" && right.sign === "not-negative";
  return isPositive ? joined([left, right]) : LOST;
}

/** A value times one that stands still and has this sign. */
function scaled(value: Motion, sign: Sign): Motion {
  if (sign === "not-negative") return value;
  if (sign === "not-positive") return negated(value);
  return isStill([value]) ? STILL : LOST;
}

function negated({ course, sign }: Motion): Motion {
  const turned = {
    rises: "falls",
    falls: "rises",
    constant: "constant",
    unknown: "unknown",
  } as const;
  const signs = {
    "not-negative": "not-positive",
    "not-positive": "not-negative",
    unknown: "unknown",
  } as const;
  return { course: turned[course], sign: signs[sign] };
}

function callMotion(name: string, operands: readonly Motion[]): Motion {
  switch (name) {
    case "min":
    case "max":
    case "clamp":
    case "floor":
    case "ceil":
      return joined(operands);
    default:
      return isStill(operands) ? STILL : LOST;
  }
}
