/**
 * Which parts of two laws differ and for which cause, and the law in which some causes are as in
 * the later one.
 *
 * What only one law has is there in every mixture where the other may name it; it stands idle where
 * nobody asks it. A definition that the other law could not use, of other dimensions, another unit
 * or under a name that means something else there, goes with the rules.
 */
import { compareIds } from "../kernel/index.ts";
import {
  BUDGET_CODE_DIMENSION,
  type Formula,
  LINE_DIMENSION,
  type LineDefinition,
  type Methodology,
  type Parameter,
  type Stage,
  type Table,
} from "../methodology/index.ts";
import { formatUnit } from "../money/index.ts";
import { causeOfParameter, causeOfTable, RULES } from "./causes.ts";
import { decidesTheSame, isSameLine, isSameWording, textOfValue } from "./mixed-sameness.ts";
import { knowsName, type Side, type Sides } from "./mixed-sides.ts";
import { causesOfStages } from "./mixed-stages.ts";

/** What differs, by name: to which cause it is put down. */
export type LawDifferences = {
  readonly parameters: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, string>;
  readonly stages: ReadonlyMap<string, string>;
  /** Whether anything else of the law differs. */
  readonly hasOtherRules: boolean;
  /** Whether that is something by which registers are read: lists, attributes, periods, facts. */
  readonly readsOtherwise: boolean;
};

/** Whether parts of this cause are as in the later law; a parameter may be asked by name. */
export type IsTaken = (cause: string, parameter?: string) => boolean;

export type MixedLaw = Pick<Methodology, "parameters" | "tables" | "stages">;

export function compareLaws(sides: Sides): LawDifferences {
  const { from, to } = sides;
  const readsOtherwise = !hasSameWords(sides) || !hasSameFacts(sides) || hasTwoMeanings(sides);
  return {
    readsOtherwise,
    hasOtherRules: readsOtherwise || !hasSameTexts(sides),
    parameters: differing(from.parameters, to.parameters, causeOfParameter, (each) =>
      JSON.stringify([each.dimensions, formatUnit(each.unit)]),
    ),
    tables: differing(from.tables, to.tables, causeOfTable, (each) =>
      JSON.stringify([each.dimensions, formatUnit(each.unit), formatUnit(each.operandUnit)]),
    ),
    stages: causesOfStages(sides, hasSameWords(sides)),
  };
}

/** The parameters, tables and stages of a mixture. */
export function mixLaw(sides: Sides, differences: LawDifferences, isTaken: IsTaken): MixedLaw {
  const { parameters, tables, stages } = differences;
  const mixNamed = <Definition>(
    mapOf: (side: Side) => ReadonlyMap<string, Definition>,
    causes: ReadonlyMap<string, string>,
  ) =>
    joinNamed(sides, isTaken, mapOf, (id) => {
      const cause = causes.get(id);
      return cause !== undefined && isTaken(cause, id);
    });
  return {
    parameters: mixNamed((side): ReadonlyMap<string, Parameter> => side.parameters, parameters),
    tables: mixNamed((side): ReadonlyMap<string, Table> => side.tables, tables),
    stages: mixStages(sides, stages, isTaken),
  };
}

/** Everything else of a mixture: of the side whose rules hold, and what only the other has. */
export function mixRules(sides: Sides, isTaken: IsTaken): Methodology {
  const side = isTaken(RULES) ? sides.to : sides.from;
  const isLater = (): boolean => isTaken(RULES);
  const formulas = joinNamed(
    sides,
    isTaken,
    ({ plan }): ReadonlyMap<string, Formula> => plan.formulas,
    isLater,
  );
  return {
    ...side.methodology,
    facts: joinNamed(sides, isTaken, ({ methodology }) => methodology.facts, isLater),
    formulas: new Map([...formulas].map(([id, wording]) => [id, [wording]])),
  };
}

/** Definitions of both sides; of a name that both have, the later one where it is taken. */
function joinNamed<Definition>(
  { from, to }: Sides,
  isTaken: IsTaken,
  mapOf: (side: Side) => ReadonlyMap<string, Definition>,
  isLater: (id: string) => boolean,
): ReadonlyMap<string, Definition> {
  const [earlier, later] = [mapOf(from), mapOf(to)];
  const joined = new Map<string, Definition>();
  for (const [id, own] of earlier) {
    const other = later.get(id);
    if (other !== undefined) joined.set(id, isLater(id) ? other : own);
    else if (!isTaken(RULES) || !knowsName(to, id)) joined.set(id, own);
  }
  for (const [id, own] of later) {
    if (earlier.has(id)) continue;
    if (isTaken(RULES) || !knowsName(from, id)) joined.set(id, own);
  }
  return joined;
}

/** By order; two that would run at once are told when the mixture is proved. */
function mixStages(
  { from, to }: Sides,
  causes: ReadonlyMap<string, string>,
  isTaken: IsTaken,
): readonly Stage[] {
  const cameFrom = (side: Side, isOwn: (cause: string) => boolean): readonly Stage[] =>
    side.plan.stages.filter(({ id }) => {
      const cause = causes.get(id);
      return cause === undefined ? side === from : isOwn(cause);
    });
  return [
    ...cameFrom(from, (cause) => !isTaken(cause)),
    ...cameFrom(to, (cause) => isTaken(cause)),
  ].toSorted((left, right) => left.order - right.order || compareIds(left.id, right.id));
}

type Dated = Pick<Parameter, "cause"> & { readonly values: readonly object[] };

/** Definitions that both have, with other values, and their causes. */
function differing<Definition extends Dated>(
  from: ReadonlyMap<string, Definition>,
  to: ReadonlyMap<string, Definition>,
  causeOf: (definition: Definition) => string,
  shapeOf: (definition: Definition) => string,
): ReadonlyMap<string, string> {
  const causes = new Map<string, string>();
  for (const [id, own] of from) {
    const other = to.get(id);
    if (other === undefined) continue;
    if (shapeOf(own) !== shapeOf(other)) causes.set(id, RULES);
    else if (textOfValues(own) !== textOfValues(other)) {
      const cause = causeOf(own);
      causes.set(id, cause === causeOf(other) ? cause : RULES);
    }
  }
  return causes;
}

/** In which order values are written makes no difference, nor how their digits are. */
function textOfValues({ values }: Dated): string {
  return values.map(textOfValue).sort(compareIds).join("\n");
}

function hasSameTexts({ from, to }: Sides): boolean {
  const isKept = (id: string, own: Formula): boolean => {
    const other = to.plan.formulas.get(id);
    return other === undefined || isSameWording(own, other);
  };
  return (
    [...from.plan.formulas].every(([id, own]) => isKept(id, own)) &&
    hasSameLines(from.methodology.lines, to.methodology.lines)
  );
}

function hasSameFacts({ from, to }: Sides): boolean {
  return [...from.methodology.facts].every(([id, own]) => {
    const other = to.methodology.facts.get(id);
    return other === undefined || (other.source === own.source && decidesTheSame(own, other));
  });
}

function hasSameLines(left: readonly LineDefinition[], right: readonly LineDefinition[]): boolean {
  const others = new Map(right.map((line) => [line.id, line]));
  return (
    left.length === right.length &&
    left.every((line) => {
      const other = others.get(line.id);
      return other !== undefined && isSameLine(line, other);
    })
  );
}

/** Whether registers and expressions of both laws are written in the same words. */
function hasSameWords({ from, to }: Sides): boolean {
  const [left, right] = [wordsOf(from.methodology), wordsOf(to.methodology)];
  return left.every((part, place) => decidesTheSame(part, right[place]));
}

/** The lists of lines and budget codes follow from the lines. */
function wordsOf({ codeLists, calendar, attributes, mappings }: Methodology): readonly unknown[] {
  const lists = [...codeLists]
    .filter(([id]) => id !== LINE_DIMENSION && id !== BUDGET_CODE_DIMENSION)
    .map(([id, { codes }]) => {
      const each = [...codes.values()].map(({ code, properties }) => [
        code,
        Object.entries(properties),
      ]);
      return [id, each] as const;
    });
  return [new Map(lists), calendar, attributes, mappings];
}

/** Whether a value of one law bears a name that is of another kind in the other law. */
function hasTwoMeanings({ from, to }: Sides): boolean {
  const isTwo = <Definition>(mapOf: (side: Side) => ReadonlyMap<string, Definition>): boolean => {
    const [earlier, later] = [mapOf(from), mapOf(to)];
    return (
      [...earlier.keys()].some((id) => !later.has(id) && knowsName(to, id)) ||
      [...later.keys()].some((id) => !earlier.has(id) && knowsName(from, id))
    );
  };
  return (
    isTwo(({ parameters }) => parameters) ||
    isTwo(({ tables }) => tables) ||
    isTwo(({ plan }) => plan.formulas) ||
    isTwo(({ methodology }) => methodology.facts)
  );
}
