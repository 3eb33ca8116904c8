/**
 * Random expressions over the whole grammar: every node kind in every place where it may stand,
 * whether or not it would prove unit-correct. Spans are empty.
 */
import fc from "fast-check";
import type {
  Expression,
  FunctionName,
  NameNode,
  TextNode,
} from "../../packages/core/src/methodology/expression.ts";

export const UNITS: ReadonlySet<string> = new Set(["KZT", "pupil", "month", "year", "MRP"]);

const NOWHERE = { start: 0, end: 0 };
const BINARY = ["+", "-", "*", "/", "=", "<>", "<", "<=", ">", ">=", "and", "or"] as const;
const FUNCTIONS: readonly (readonly [name: FunctionName, least: number, most: number])[] = [
  ["min", 2, 5],
  ["max", 2, 5],
  ["clamp", 3, 3],
  ["floor", 1, 1],
  ["ceil", 1, 1],
  ["abs", 1, 1],
  ["months_since", 1, 1],
];

/** Names of values; a word of the language would read as that word, a unit as part of a number. */
const identifier = fc.constantFrom(
  ...["secondary.Ez", "L", "k1", "a_1", "_x", "level", "count", "district", "open", "округ.x"],
  // These call something only when a bracket follows.
  ...["min", "round", "sum", "if"],
);

/** A text stands between quotes of one kind and holds none of them. */
const text = fc
  .tuple(fc.string({ maxLength: 8 }), fc.constantFrom("'", '"', "«»", "\n"))
  .map(([letters, extra]) => `${letters.replace(/['"]/g, "")}${extra}`);

const digits = fc
  .tuple(fc.nat(999_999), fc.option(fc.stringMatching(/^[0-9]{1,12}$/), { nil: undefined }))
  .map(([whole, places]) => (places === undefined ? `${whole}` : `${whole}.${places}`));

const unit = fc
  .tuple(
    fc.constantFrom(...UNITS),
    fc.array(fc.tuple(fc.constantFrom("*", "/"), fc.constantFrom(...UNITS)), { maxLength: 2 }),
  )
  .map(([first, rest]) => first + rest.map((part) => part.join("")).join(""));

const names = fc.array(identifier, { minLength: 1, maxLength: 3 });

const numberNode = fc
  .tuple(digits, fc.option(unit, { nil: undefined }))
  .map(([written, carried]): Expression => {
    return { kind: "number", digits: written, unit: carried, span: NOWHERE };
  });

const truthNode = fc
  .boolean()
  .map((value): Expression => ({ kind: "truth", value, span: NOWHERE }));

const textItem = text.map((value): TextNode => ({ kind: "text", value, span: NOWHERE }));

/** A name whose index may hold names with an index of their own: mappings of mappings. */
function nameOfDepth(depth: number): fc.Arbitrary<NameNode> {
  const item: fc.Arbitrary<NameNode | TextNode> =
    depth === 0 ? textItem : fc.oneof(textItem, nameOfDepth(depth - 1));
  const index = depth === 0 ? fc.constant([]) : fc.array(item, { maxLength: 3 });
  return fc.tuple(identifier, index).map(([name, items]): NameNode => {
    return { kind: "name", name, index: items, span: NOWHERE };
  });
}

const nameNode = nameOfDepth(4);

const hasNode = nameNode.map((name): Expression => {
  return { kind: "has", operand: name, span: NOWHERE };
});

const includesNode = fc
  .tuple(nameNode, fc.oneof(textItem, nameOfDepth(3)))
  .map(([name, code]): Expression => {
    return { kind: "includes", operand: name, code, span: NOWHERE };
  });

type Tie = { readonly expression: Expression };

export const anyExpression: fc.Arbitrary<Expression> = fc.letrec<Tie>((tie) => {
  const part = tie("expression");
  return {
    expression: fc.oneof(
      { maxDepth: 5, depthSize: "small" },
      fc.oneof(numberNode, textItem, truthNode, nameNode, hasNode, includesNode),
      fc.oneof(
        operand("negate", part),
        operand("not", part),
        binaryNode(part),
        ifNode(part),
        ...FUNCTIONS.map((spec) => callNode(part, spec)),
        roundNode(part),
        tableNode(part),
        sumNode(part),
        totalNode(part),
        casesNode(part),
      ),
    ),
  };
}).expression;

function operand(kind: "negate" | "not", part: fc.Arbitrary<Expression>) {
  return part.map((inside): Expression => ({ kind, operand: inside, span: NOWHERE }));
}

function binaryNode(part: fc.Arbitrary<Expression>) {
  return fc
    .tuple(fc.constantFrom(...BINARY), part, part)
    .map(([operator, left, right]): Expression => {
      return { kind: "binary", operator, left, right, span: NOWHERE };
    });
}

function ifNode(part: fc.Arbitrary<Expression>) {
  return fc.tuple(part, part, part).map(([condition, then, otherwise]): Expression => {
    return { kind: "if", condition, then, otherwise, span: NOWHERE };
  });
}

function callNode(
  part: fc.Arbitrary<Expression>,
  [name, minLength, maxLength]: (typeof FUNCTIONS)[number],
) {
  return fc.array(part, { minLength, maxLength }).map((found): Expression => {
    return { kind: "call", name, arguments: found, span: NOWHERE };
  });
}

function roundNode(part: fc.Arbitrary<Expression>) {
  return fc
    .tuple(
      part,
      fc.integer({ min: -18, max: 18 }),
      fc.constantFrom("half-up" as const, "half-even" as const, "down" as const, "up" as const),
    )
    .map(([inside, places, mode]): Expression => {
      return { kind: "round", operand: inside, places, mode, span: NOWHERE };
    });
}

function tableNode(part: fc.Arbitrary<Expression>) {
  const name = fc.constantFrom("band" as const, "interpolate" as const);
  return fc.tuple(name, part, nameNode).map(([kind, inside, table]): Expression => {
    const { name: id, index } = table;
    return { kind: "table", name: kind, operand: inside, table: id, index, span: NOWHERE };
  });
}

function sumNode(part: fc.Arbitrary<Expression>) {
  const kinds = fc.constantFrom("sum" as const, "count-if" as const);
  return fc.tuple(kinds, names, part).map(([kind, over, body]): Expression => {
    return { kind, over, body, span: NOWHERE };
  });
}

function totalNode(part: fc.Arbitrary<Expression>) {
  const kinds = fc.constantFrom("total" as const, "count" as const);
  return fc.tuple(kinds, fc.oneof(names, fc.constant([])), part).map(([kind, by, body]) => {
    return { kind, by, body, span: NOWHERE };
  });
}

function casesNode(part: fc.Arbitrary<Expression>) {
  const named = fc.record({ label: text, when: part, then: part });
  const last = fc.record({ label: text, then: part });
  return fc
    .tuple(fc.array(named, { minLength: 1, maxLength: 3 }), last)
    .map(([cases, otherwise]): Expression => {
      return { kind: "cases", cases, otherwise, span: NOWHERE };
    });
}
