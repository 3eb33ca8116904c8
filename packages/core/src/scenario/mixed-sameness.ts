/** Whether two parts of a law decide the same figures, whatever they are called and rest on. */
import { type LineDefinition, printExpression } from "../methodology/index.ts";
import { type Ratio, reduceRatio } from "../money/index.ts";

/** What a definition says to people, and where it stands. */
const FOR_PEOPLE: ReadonlySet<string> = new Set([
  ...["place", "span", "label", "words", "source", "provision", "status", "cause", "minimum"],
]);
const VALUE_FOR_PEOPLE: ReadonlySet<string> = new Set([...FOR_PEOPLE, "digits"]);
/** Which wording holds was decided before wordings are compared. */
const OF_WORDINGS: ReadonlySet<string> = new Set([...FOR_PEOPLE, "validity", "knownFrom"]);

/** Two definitions of one kind, their labels, grounds and places aside. */
export function decidesTheSame(left: unknown, right: unknown): boolean {
  return left === right || textOf(left, FOR_PEOPLE) === textOf(right, FOR_PEOPLE);
}

/** A dated value of a parameter or a table, however its digits are written. */
export function textOfValue(value: object): string {
  return textOf(value, VALUE_FOR_PEOPLE);
}

/** The same of two wordings that were chosen for a year. */
export function isSameWording(left: unknown, right: unknown): boolean {
  return left === right || textOf(left, OF_WORDINGS) === textOf(right, OF_WORDINGS);
}

/** The same of two lines; the people whom a line counts are no part of its amount. */
export function isSameLine(left: LineDefinition, right: LineDefinition): boolean {
  return left === right || textOfLine(left) === textOfLine(right);
}

function textOfLine({ tier, budgetCode, method, when, amount, rounding, exists }: LineDefinition) {
  const texts = [printExpression(when), printExpression(amount)];
  return JSON.stringify([tier, budgetCode, method, rounding, exists, texts]);
}

function textOf(value: unknown, hidden: ReadonlySet<string>): string {
  return JSON.stringify(value, (key, each: unknown) => {
    if (hidden.has(key)) return undefined;
    if (isRatio(each)) {
      const { numerator, denominator } = reduceRatio(each);
      return `${numerator}/${denominator}`;
    }
    if (each instanceof Map) return [...each];
    return each;
  });
}

function isRatio(value: unknown): value is Ratio {
  return typeof value === "object" && value !== null && "numerator" in value;
}
