/**
 * A formula of another text, or a stage turned on or off, in a methodology that is otherwise the
 * same.
 *
 * The text is proved as any other, by itself; what formulas, lines and stages stand on is asked of
 * the whole law, once everything is replaced. A text of a scenario is never more than a draft.
 */
import { type Issue, type Place, type Result, unlessIssues } from "../kernel/index.ts";
import { buildExpression } from "./build-formulas.ts";
import { inside } from "./definitions.ts";
import { reportEarlyNames } from "./early-names.ts";
import type { Expression } from "./expression.ts";
import { knownUnits } from "./known-units.ts";
import type { Formula, Methodology } from "./methodology.ts";
import { type Names, signaturesOf } from "./names.ts";
import { weakestStatus } from "./provision.ts";
import type { Stage } from "./stage.ts";
import { reportDependencies, reportIdleSolves } from "./stage-graph.ts";
import { numberType, TRUTH } from "./value-type.ts";

/** Why a text is replaced, and where that is written. */
type Ground = { readonly reason: string; readonly place: Place };

/**
 * The methodology with this text in place of that of one wording, or what is wrong with the text,
 * at the characters of the field `expression`.
 */
export function replaceWording(
  methodology: Methodology,
  wording: Formula,
  expression: string,
  { reason, place }: Ground,
): Result<Methodology> {
  const { grain, unit, valuesOn } = wording;
  const issues: Issue[] = [];
  const names = namesOf(methodology);
  const { dimensions, hasOrganisation } = grain;
  const proved = buildExpression(
    expression,
    inside(place, "expression"),
    { dimensions: new Set(dimensions), hasOrganisation, valuesOn },
    unit === "boolean" ? TRUTH : numberType(unit),
    {
      ...{ names, provisions: methodology.provisions, units: knownUnits(names) },
      report: (found) => issues.push(found),
    },
  );
  const ground = { status: "draft", provision: undefined, source: reason } as const;
  const replaced: Formula = { ...wording, ...ground, expression: proved, place };
  const wordings = methodology.formulas.get(wording.id) ?? [];
  return unlessIssues(issues, () => ({
    ...methodology,
    formulas: new Map(methodology.formulas).set(
      wording.id,
      wordings.map((each) => (each === wording ? replaced : each)),
    ),
  }));
}

/**
 * The methodology in which this wording of a stage is on, or off, whatever its condition was; all
 * else of it stands where it stood.
 */
export function switchStage(
  methodology: Methodology,
  wording: Stage,
  isOn: boolean,
  reason: string,
): Methodology {
  const truth: Expression = { kind: "truth", value: isOn, span: { start: 0, end: 0 } };
  const status = weakestStatus(["draft", wording.status]);
  const replaced: Stage = { ...wording, switch: truth, status, source: reason };
  const stages = methodology.stages.map((each) => (each === wording ? replaced : each));
  return { ...methodology, stages };
}

/**
 * What makes the law impossible to calculate though each text in it is right: circles, stages that
 * stand on later ones, names that are asked too early, solves that move nothing.
 */
export function findStandingFaults(methodology: Methodology): readonly Issue[] {
  const issues: Issue[] = [];
  const report = (found: Issue) => issues.push(found);
  reportDependencies(methodology, report);
  reportEarlyNames(methodology, report);
  if (issues.length === 0) reportIdleSolves(methodology, report);
  return issues;
}

/** What names stand for in a methodology that was read. */
function namesOf(methodology: Methodology): Names {
  const { calendar, codeLists, attributes, facts, parameters, tables, mappings } = methodology;
  const formulas = [...methodology.formulas].flatMap(([id, [first]]) =>
    first === undefined ? [] : [[id, { grain: first.grain, unit: first.unit }] as const],
  );
  return {
    ...{ calendar, codeLists, attributes, facts, parameters, tables, mappings },
    formulas: new Map(formulas),
    stageSignatures: signaturesOf(methodology.stages),
    currency: methodology.currency,
  };
}
