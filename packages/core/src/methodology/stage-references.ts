/** What a stage says of lines and groups, and what its expressions may ask. */
import { issue, type Place } from "../kernel/index.ts";
import type { ExpressionScope, FormulaContext } from "./build-formulas.ts";
import { inside } from "./definitions.ts";
import { groupDimension, type Names } from "./names.ts";
import { LINE_GROUPS, ORGANISATION_GROUP, type Stage, type StageBy } from "./stage.ts";
import { suggestName } from "./suggestion.ts";

/** What stages are read with: the names of expressions and the lines there are. */
export type StageContext = FormulaContext & { readonly lines: ReadonlySet<string> };

/** Reports a line that there is not, and one that stands twice. */
export function referLines(
  lines: readonly string[],
  place: Place,
  context: StageContext,
  stepsTo: (position: number) => readonly (string | number)[] = (position) => [position],
): void {
  lines.forEach((name, position) => {
    const where = inside(place, ...stepsTo(position));
    referLine(name, where, context);
    if (lines.indexOf(name) < position) {
      context.report(issue("definition-duplicate", where, { name, kind: "line" }));
    }
  });
}

export function referLine(name: string, place: Place, { lines, report }: StageContext): void {
  if (lines.has(name)) return;
  const facts = { name, kind: "line", suggestion: suggestName(name, lines) };
  report(issue("reference-unknown", place, facts));
}

/**
 * Reports a group that a stage of this kind cannot have: a pool gives and takes by organisations,
 * and only a change can be spread inside each of them.
 */
export function referGroups(
  by: StageBy,
  kind: Stage["kind"],
  place: Place,
  { names, report }: StageContext,
): void {
  const possible = possibleGroups(kind, names);
  const known = possibleGroups(undefined, names);
  by.forEach((name, position) => {
    const where = inside(place, position);
    if (by.indexOf(name) < position) {
      report(issue("definition-duplicate", where, { name, kind: "group" }));
    } else if (!known.includes(name)) {
      const suggestion = suggestName(name, possible);
      report(issue("reference-unknown", where, { name, kind: "group", suggestion }));
    } else if (!possible.includes(name)) {
      const expected = possible.join(" | ") || "[]";
      report(issue("document-malformed", where, { expected, found: name }));
    }
  });
}

function possibleGroups(kind: Stage["kind"] | undefined, names: Names): readonly string[] {
  const attributes = [...names.attributes.values()].filter(
    ({ id, type }) => (type.kind === "code" || type.kind === "group") && !LINE_GROUPS.includes(id),
  );
  const organisation = kind === "fill" || kind === undefined ? [ORGANISATION_GROUP] : [];
  const ofLines = kind === "pool" ? [] : LINE_GROUPS;
  return [...organisation, ...ofLines, ...attributes.map(({ id }) => id)];
}

/** The whole city: nothing is at hand. */
export const CITY_SCOPE: ExpressionScope = {
  dimensions: new Set(),
  hasOrganisation: false,
  valuesOn: "year",
};
export const ORGANISATION_SCOPE: ExpressionScope = { ...CITY_SCOPE, hasOrganisation: true };
/** One line of an organisation, its tier and its budget code. */
export const LINE_SCOPE: ExpressionScope = {
  ...ORGANISATION_SCOPE,
  dimensions: new Set(LINE_GROUPS),
};

/** One group of a stage: its codes are at hand, and the organisation where it is the group. */
export function groupScope(by: StageBy, names: Names): ExpressionScope {
  const groups = by.filter((each) => each !== ORGANISATION_GROUP);
  return {
    dimensions: new Set(groups.map((each) => groupDimension(names, each))),
    hasOrganisation: by.includes(ORGANISATION_GROUP),
    valuesOn: "year",
  };
}
