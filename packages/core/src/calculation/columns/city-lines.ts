/**
 * All lines of the law over all organisations, and what becomes of them when something changes.
 *
 * Figures ask for each other and keep what they found. A changed value makes those forget that
 * stand on it; a changed text, or a cell that appears or goes, has the lines on it bound anew. All
 * other figures stay as they are.
 */
import { type LineDefinition, namesIn, reachableNames } from "../../methodology/index.ts";
import type { CalculationPlan } from "../plan.ts";
import type { Binder, Law } from "./binder.ts";
import { bindRegister } from "./bound-register.ts";
import { type Changes, changesBetween, isSame, meets } from "./changes.ts";
import { createBinder } from "./create-binder.ts";
import type { Readings } from "./figure.ts";
import { bindLine, createDomainSharing, type LineColumn } from "./line-column.ts";
import { NotInColumns } from "./not-in-columns.ts";
import { noteReached } from "./reached.ts";
import type { RegisterColumns } from "./register-columns.ts";

export type CityLines = {
  readonly law: Readonly<Law>;
  /** By definition; nothing where a line asks what columns do not hold. */
  readonly lines: ReadonlyMap<string, LineColumn | undefined>;
  /** Values of the law that these lines read. */
  readonly readingsOf: (lines: ReadonlySet<string>) => Readings;
  /** Goes over to another law and other counts of the same organisations. */
  readonly change: (plan: CalculationPlan, facts: RegisterColumns["facts"]) => Changes;
  /** Forgets every figure that stands on values of the law. */
  readonly forgetLaw: () => void;
};

export function openCityLines(plan: CalculationPlan, columns: RegisterColumns): CityLines {
  const law: Law = { plan };
  let register = bindRegister(plan, columns);
  let domains = createDomainSharing(register.everybody);
  const lines = new Map<string, LineColumn | undefined>();
  const binders = new Map<string, Binder>();
  /** Lines that other values of the law may let in. */
  const passing = new Set<string>();
  let facts = columns.facts;
  const bindAll = (definitions: readonly LineDefinition[]): void => {
    if (definitions.length === 0) return;
    const binder = createBinder(law, register);
    for (const definition of definitions) {
      const { id } = definition;
      const bound = tryToBind(() => bindLine(definition, binder, domains.share));
      if (bound instanceof NotInColumns && bound.isPassing) passing.add(id);
      else passing.delete(id);
      lines.set(id, bound instanceof NotInColumns ? undefined : bound);
      binders.set(id, binder);
    }
    // Figures keep what they need; the names of a million rows are not among it.
    domains.forget();
    binder.rows.forget();
  };
  const distinctBinders = () => new Set(binders.values());
  bindAll(plan.lines);
  return {
    ...{ law, lines },
    readingsOf: (asked) => readingsOf(asked, lines, binders),
    change: (next, counts) => {
      const changes = changesBetween({ plan: law.plan, facts }, { plan: next, facts: counts });
      const stale = staleLines(law.plan, next, changes);
      law.plan = next;
      facts = counts;
      if (changes.isWhole) {
        // Codes, months and attributes may mean something else.
        register = bindRegister(next, { ...columns, facts: counts });
        domains = createDomainSharing(register.everybody);
      } else register.replaceFacts(counts);
      for (const binder of distinctBinders()) {
        for (const figure of binder.figures) {
          if (meets(changes.sources, figure.sources)) figure.doubt();
        }
      }
      const gone = [...lines.keys()].filter((id) => next.lines.every((line) => line.id !== id));
      for (const id of gone) {
        lines.delete(id);
        binders.delete(id);
      }
      const isMoved = ({ id }: LineDefinition) =>
        stale.has(id) || passing.has(id) || lines.get(id)?.isSettled() === false;
      bindAll(next.lines.filter(isMoved));
      return changes;
    },
    forgetLaw: () => {
      for (const { figures } of distinctBinders()) {
        for (const figure of figures) if (figure.standsOnLaw) figure.forget();
      }
    },
  };
}

function tryToBind(bind: () => LineColumn): LineColumn | NotInColumns {
  try {
    return bind();
  } catch (error) {
    if (error instanceof NotInColumns) return error;
    throw error;
  }
}

/** Lines to be bound anew: of another text, or with such a formula or fact under them. */
function staleLines(
  old: CalculationPlan,
  next: CalculationPlan,
  { names, isWhole }: Changes,
): ReadonlySet<string> {
  if (!isWhole && names.size === 0 && old.lines === next.lines) return new Set();
  const before = new Map(old.lines.map((line) => [line.id, line]));
  const edges = new Map(
    [...next.formulas].map(([name, { expression }]) => [name, namesIn(expression)]),
  );
  const stale = next.lines.filter((line) => {
    if (isWhole || !isSame(before.get(line.id), line)) return true;
    if (names.size === 0) return false;
    const { when, amount, headcount } = line;
    const direct = [when, amount, ...(headcount === undefined ? [] : [headcount])].flatMap(
      (expression) => [...namesIn(expression)],
    );
    return meets(names, reachableNames(new Set(direct), edges));
  });
  return new Set(stale.map(({ id }) => id));
}

/** What the lines read, each binder's figures gone through once. */
function readingsOf(
  asked: ReadonlySet<string>,
  lines: ReadonlyMap<string, LineColumn | undefined>,
  binders: ReadonlyMap<string, Binder>,
): Readings {
  const found: Readings = { parameters: new Map(), tables: new Map() };
  for (const binder of new Set(binders.values())) {
    const own = [...asked].filter((id) => binders.get(id) === binder);
    const questions = own.flatMap((id) => lines.get(id)?.questions() ?? []);
    const { parameters, tables } = noteReached(binder.figures, questions);
    for (const [name, each] of parameters) found.parameters.set(name, each);
    for (const [name, each] of tables) found.tables.set(name, each);
  }
  return found;
}
