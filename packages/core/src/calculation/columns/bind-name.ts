/** Names as figures: parameters, attributes that are numbers, months, and formulas by name. */
import { present } from "../../kernel/index.ts";
import {
  formatKey,
  MONTH_NUMBER,
  type NameNode,
  type Parameter,
  type ParameterValue,
} from "../../methodology/index.ts";
import { findDecimal, type Ratio, ratioOf, ratioOfDecimal } from "../../money/index.ts";
import type { CalendarDate } from "../../time/index.ts";
import { bindFact } from "./bind-fact.ts";
import { bindText, codesOfBinding, textsOfBinding } from "./bind-text.ts";
import type { Binder } from "./binder.ts";
import { nobody } from "./counted.ts";
import type { Domain } from "./domain.ts";
import { createFigure, type NumberFigure, type NumberValues, type Readings } from "./figure.ts";
import { NotInColumns } from "./not-in-columns.ts";
import { fromRatios, gatherNumbers } from "./numbers.ts";
import { bindAttribute, readingMonth, type Scope } from "./scope.ts";

export function bindNumberName(
  node: NameNode,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): NumberFigure {
  const { methodology } = binder.law.plan;
  if (node.name === MONTH_NUMBER) {
    const month = bindText(present(node.index[0], "a month"), scope, binder);
    const texts = textsOfBinding(month, domain, binder);
    return fixed(
      texts.map((text) => text && ratioOf(BigInt(Number(text)))),
      domain,
      binder,
    );
  }
  if (methodology.attributes.has(node.name)) return bindNumberAttribute(node.name, domain, binder);
  if (methodology.facts.has(node.name)) return bindFact(node, scope, domain, binder);
  if (methodology.parameters.has(node.name)) return bindParameter(node, scope, domain, binder);
  throw new NotInColumns(node.name);
}

function fixed(
  values: readonly (Ratio | "" | undefined)[],
  domain: Domain,
  binder: Binder,
): NumberFigure {
  const numbers = fromRatios(values.map((value) => (value === "" ? undefined : value)));
  const compute = () => ({ numbers, counted: nobody });
  return createFigure(domain, { sources: new Set(), reaches: [], compute }, binder.figures);
}

function bindNumberAttribute(name: string, domain: Domain, binder: Binder): NumberFigure {
  const binding = bindAttribute(name, binder.register);
  const codes = codesOfBinding(binding, domain, binder);
  const known = new Map<number, Ratio | undefined>();
  const values = Array.from(codes, (code) => {
    if (!known.has(code)) known.set(code, numberOfText(binding.textOf(code)));
    return known.get(code);
  });
  return fixed(values, domain, binder);
}

/** An attribute that is no number was told where the register was read. */
function numberOfText(text: string | undefined): Ratio | undefined {
  const decimal = text === undefined ? undefined : findDecimal(text);
  return decimal === undefined ? undefined : ratioOfDecimal(decimal);
}

/** The days on which rows read values of the law. */
export function readingDays(
  scope: Scope,
  domain: Domain,
  binder: Binder,
): (row: number) => CalendarDate {
  const { plan } = binder.law;
  const month = readingMonth(scope);
  if (month === undefined) return () => plan.yearStart;
  const texts = textsOfBinding(month, domain, binder);
  return (row) => present(plan.monthStarts.get(texts[row] ?? ""), "the first day of the month");
}

/** The codes of an index by row; nothing where an organisation lacks one. */
export function keysOfRows(
  node: Pick<NameNode, "index">,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): (row: number) => readonly string[] | undefined {
  const columns = node.index.map((item) =>
    textsOfBinding(bindText(item, scope, binder), domain, binder),
  );
  return (row) => {
    const key = columns.flatMap((column) => column[row] ?? []);
    return key.length === columns.length ? key : undefined;
  };
}

export function parameterSource(parameter: string): string {
  return `parameter|${parameter}`;
}

function bindParameter(node: NameNode, scope: Scope, domain: Domain, binder: Binder): NumberFigure {
  const { law } = binder;
  const keyAt = keysOfRows(node, scope, domain, binder);
  const dayAt = readingDays(scope, domain, binder);
  const keys = Array.from({ length: domain.size }, (_, row) => keyAt(row));
  const days = keys.map((_, row) => dayAt(row));
  const found = (row: number) => {
    const key = keys[row];
    const lookup = key && law.plan.lookUp(node.name, key, days[row] ?? law.plan.yearStart);
    return lookup?.kind === "found" ? lookup.value : undefined;
  };
  // The values of the law are looked up once, until the parameter has others.
  let known: Looked | undefined;
  const look = (): Looked => {
    const finder = law.plan.parameterFinders.get(node.name);
    if (known === undefined || known.finder !== finder) {
      const definition = present(law.plan.methodology.parameters.get(node.name), node.name);
      known = lookAll(
        keys.map((_, row) => found(row)),
        definition,
        finder,
        known,
      );
    }
    return known;
  };
  const compute = () => look().values;
  const classes = () => look().classes;
  const note = (asked: Uint8Array, readings: Readings) => {
    const { dimensions } = present(law.plan.methodology.parameters.get(node.name), node.name);
    asked.forEach((each, row) => {
      const value = each === 1 ? found(row) : undefined;
      if (value === undefined) return;
      const key = formatKey(dimensions, value.key);
      const name = `${node.name}|${key}|${value.validity.from}`;
      readings.parameters.set(name, { parameter: node.name, key, value });
    });
  };
  const sources = new Set([parameterSource(node.name)]);
  const parts = { sources, reaches: [], compute, note, classes };
  return createFigure(domain, parts, binder.figures);
}

/** The values that rows found, and which rows found the same. */
type Looked = {
  readonly finder: unknown;
  readonly found: readonly (ParameterValue | undefined)[];
  readonly values: NumberValues;
  readonly classes: Int32Array;
};

function lookAll(
  found: readonly (ParameterValue | undefined)[],
  { values }: Parameter,
  finder: unknown,
  before: Looked | undefined,
): Looked {
  if (before?.found.every((value, row) => value === found[row]) === true) {
    return { ...before, finder };
  }
  const classes = Int32Array.from(found, (value, row) =>
    value === undefined ? values.length + row : values.indexOf(value),
  );
  const isSame = before?.classes.every((each, row) => each === classes[row]) === true;
  return {
    ...{ finder, found },
    values: { numbers: fromRatios(found.map((value) => value?.value)), counted: nobody },
    classes: isSame ? before.classes : classes,
  };
}

/** One number for all rows. */
export function everywhere(value: Ratio, domain: Domain) {
  return gatherNumbers(fromRatios([value]), new Int32Array(domain.size));
}
