/**
 * What dimensions and attributes mean at one place of an expression: which key of the rows holds
 * their code, and what text that code stands for.
 */
import type { Formula, Methodology, NameNode, TextNode } from "../../methodology/index.ts";
import { MONTH_DIMENSION } from "../../methodology/index.ts";
import { attributeKey, type BoundRegister } from "./bound-register.ts";

/** A code by the row: of one key, or the same everywhere where there is no key. */
export type Binding = {
  /** Equal for bindings that mean the same. */
  readonly id: string;
  readonly key: string | undefined;
  /** Equal for bindings whose codes stand for the same texts. */
  readonly texts: string;
  /** The text of a code; nothing where an organisation lacks the attribute. */
  readonly textOf: (code: number) => string | undefined;
};

export type Scope = {
  /** Equal for scopes that mean the same. */
  readonly id: string;
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly valuesOn: Formula["valuesOn"];
  /** How many keys were bound around, so that every sum binds keys of its own. */
  readonly depth: number;
};

export function createScope(
  bindings: ReadonlyMap<string, Binding>,
  valuesOn: Formula["valuesOn"],
  depth: number,
): Scope {
  const names = [...bindings].map(([dimension, { id }]) => `${dimension}=${id}`);
  return { id: `${valuesOn}/${depth}/${names.join(",")}`, bindings, valuesOn, depth };
}

/** An expression of an organisation as a whole, or of the city. */
export const OUTERMOST: Scope = createScope(new Map(), "year", 0);

/** The scope inside a sum, and the keys of its dimensions. */
export function scopeOfSum(
  scope: Scope,
  over: readonly string[],
  { numbering }: BoundRegister,
): { readonly scope: Scope; readonly keys: readonly string[] } {
  const bindings = new Map(scope.bindings);
  const keys = over.map((dimension, place) => {
    const key = `${dimension}:${scope.depth + place}`;
    const { texts } = numbering(dimension);
    bindings.set(dimension, { id: key, key, texts: dimension, textOf: (code) => texts[code] });
    return key;
  });
  return { scope: createScope(bindings, scope.valuesOn, scope.depth + over.length), keys };
}

/** The scope of a formula that is named with an index. */
export function scopeOfFormula(
  { grain, valuesOn }: Formula,
  index: readonly Binding[],
  depth: number,
): Scope {
  const bindings = new Map(
    grain.dimensions.flatMap((dimension, place) => {
      const binding = index[place];
      return binding === undefined ? [] : [[dimension, binding] as const];
    }),
  );
  return createScope(bindings, valuesOn, depth);
}

/** What an item of an index means: a code, a dimension in scope, an attribute, a mapping of one. */
export function bindItem(
  item: NameNode | TextNode,
  scope: Scope,
  methodology: Pick<Methodology, "mappings">,
  register: BoundRegister,
): Binding {
  if (item.kind === "text") return bindCode(item.value);
  const mapping = methodology.mappings.get(item.name);
  const [mapped] = item.index;
  if (mapping !== undefined && mapped !== undefined) {
    const { id, key, texts, textOf } = bindItem(mapped, scope, methodology, register);
    return {
      id: `${item.name}(${id})`,
      key,
      texts: `${item.name}(${texts})`,
      textOf: (code) => {
        const text = textOf(code);
        return text === undefined ? undefined : (mapping.codes.get(text) ?? "");
      },
    };
  }
  return scope.bindings.get(item.name) ?? bindAttribute(item.name, register);
}

/** The same code everywhere. */
export function bindCode(code: string): Binding {
  const id = `'${code}'`;
  return { id, key: undefined, texts: id, textOf: () => code };
}

export function bindAttribute(attribute: string, { attributeText }: BoundRegister): Binding {
  const key = attributeKey(attribute);
  return { id: key, key, texts: key, textOf: (code) => attributeText(attribute, code) };
}

/** The month whose first day parameters are read on; nothing where that is the year's first. */
export function readingMonth({ valuesOn, bindings }: Scope): Binding | undefined {
  return valuesOn === "year" ? undefined : bindings.get(MONTH_DIMENSION);
}
