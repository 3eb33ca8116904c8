/**
 * What can be wrong with input, as facts and a place; never prose.
 *
 * ISSUE_FACTS is the union of all codes: each names the facts its sentence needs. The sentences
 * stand in `packages/core/text` under the code, in three languages; tests walk this list both ways.
 */

/**
 * Where an issue stands. A document's `path` leads to a JSON value, `offset` to a character inside
 * its text.
 */
export type Place = {
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly path?: readonly (string | number)[];
  readonly offset?: number;
  readonly line?: number;
};

export const ISSUE_FACTS = {
  // Files and tables.
  "file-missing": ["expected"],
  "folder-missing": ["value"],
  "file-unreadable": ["reason"],
  "file-too-large": ["limit"],
  "file-twice": ["other"],
  "table-too-large": ["rows", "columns", "cells"],
  "table-empty": [],
  "column-missing": ["expected"],
  "column-duplicate": ["value"],
  "row-width": ["found", "expected"],
  "quote-broken": ["reason"],
  "workbook-without-register": ["expected"],
  "formula-cell": ["value"],
  "formula-without-value": [],
  "cell-error": ["value"],
  "word-unknown": ["value", "expected"],
  // Cells of the register.
  "value-missing": ["expected"],
  "value-too-long": ["limit"],
  "bin-malformed": ["value"],
  "bin-check-digit": ["value", "expected"],
  "id-malformed": ["value", "expected"],
  "code-unknown": ["value", "expected"],
  "date-malformed": ["value"],
  "date-order": ["value", "earlier"],
  "number-malformed": ["value"],
  "number-negative": ["value"],
  "number-fractional": ["value"],
  "number-out-of-range": ["value", "expected"],
  "amount-fraction": ["value"],
  "period-unknown": ["value", "expected"],
  "budget-code-malformed": ["value"],
  "organisation-duplicate": ["value", "first"],
  "organisation-on-two-sheets": ["value", "sheet", "first"],
  "organisation-unknown": ["value", "count"],
  "successor-unknown": ["value"],
  "successor-self": ["value"],
  "successor-circle": ["path"],
  "headcount-duplicate": ["value", "first"],
  "headcount-unclaimed": ["value", "expected"],
  "headcount-misplaced": ["value", "expected", "count"],
  "fact-unknown": ["name", "suggestion"],
  "key-malformed": ["value", "expected"],
  "fact-duplicate": ["value", "first"],
  "headcount-outside-life": ["value", "opened", "closed"],
  "organisation-without-rows": ["value", "name"],
  "count-missing": ["value", "name", "fact", "period"],
  "estimate-duplicate": ["value", "first"],
  "last-year-duplicate": ["value", "first"],
  // Methodology documents.
  "json-syntax": ["reason"],
  "document-malformed": ["expected", "found"],
  "key-unknown": ["name"],
  "field-missing": ["name", "expected"],
  "document-version": ["found", "expected"],
  "definition-duplicate": ["name", "kind"],
  "name-reserved": ["name", "kind"],
  "reference-unknown": ["name", "kind", "suggestion"],
  "expression-syntax": ["found", "expected"],
  "expression-too-large": ["limit"],
  "name-unknown": ["name", "suggestion"],
  "function-unknown": ["name", "suggestion"],
  "name-too-early": ["name", "expected"],
  "index-count": ["name", "expected", "found"],
  "argument-count": ["name", "expected", "found"],
  "type-mismatch": ["expected", "found"],
  "unit-mismatch": ["left", "right", "operation"],
  "unit-absent": ["value", "unit"],
  "unit-unknown": ["name"],
  "dimension-unbound": ["name"],
  "grain-mismatch": ["name", "missing"],
  "formula-circle": ["path"],
  "formula-signature": ["name", "expected", "found"],
  "value-below-minimum": ["value", "minimum"],
  "parameter-overlap": ["parameter", "key", "knownFrom"],
  "table-out-of-range": ["table", "value", "from", "organisation"],
  "table-unordered": ["value", "earlier"],
  "mapping-incomplete": ["name", "codes"],
  "parameter-gap": ["parameter", "key", "from", "to"],
  "lines-missing": ["methodology"],
  "provenance-missing": ["status", "expected"],
  "validity-order": ["from", "to"],
  "stage-order": ["stage", "other"],
  "solve-idle": ["stage"],
  "extends-circle": ["path"],
  // Calculation.
  "wording-inside-year": ["formula", "from", "year"],
  "year-unsupported": ["year", "expected"],
  "parameter-missing": ["parameter", "key", "validOn", "knownOn"],
  "parameter-ambiguous": ["parameter", "key", "validOn", "knownOn"],
  "fact-missing": ["fact", "tier", "measure", "periods", "year"],
  "fact-rows-missing": ["fact", "periods", "year"],
  "attribute-missing": ["attribute", "organisation"],
  "division-by-zero": ["formula", "organisation"],
  "line-duplicate": ["line", "other", "organisation"],
  "stage-off": ["stage", "name"],
  "pool-without-weights": ["stage", "group", "amount"],
  "weight-negative": ["stage", "organisation", "value"],
  "collect-without-line": ["stage", "organisation", "value"],
  "collect-negative": ["stage", "organisation", "value"],
  "bounds-crossed": ["stage", "organisation", "floor", "ceiling"],
  "fill-infeasible": ["stage", "group", "rest"],
  "fit-infeasible": ["stage", "group", "envelope", "bound", "limit"],
  "solve-infeasible": ["stage", "target", "least", "greatest"],
  "solve-not-monotone": ["stage"],
  "solve-tolerance": ["stage", "target", "total", "tolerance"],
  "organisation-absent": ["value"],
  "line-unknown": ["value", "expected"],
  "formula-unknown": ["name", "suggestion"],
  "formula-expected": ["name", "kind"],
  "formula-grain": ["name", "grain"],
  // Scenarios.
  "override-ambiguous": ["parameter", "days"],
  "override-outside-year": ["from", "to", "year"],
  "lever-idle": ["lever"],
  "lever-turns": ["lever", "least", "greatest"],
  "lever-infeasible": ["target", "bounds", "amount", "lacking"],
  "last-year-missing": ["year"],
  "parent-circle": ["path"],
  "fact-imported": ["fact"],
  "merge-conflict": ["target", "first", "firstReason", "second", "secondReason", "other"],
  // Beside these it has the facts of the sentence of `why`.
  "override-idle": ["target", "why"],
  "override-moved": ["target", "before", "now"],
  "override-settled": ["target", "value"],
  // Differences between calculations.
  "runs-unlike": ["kind", "from", "to"],
  "causes-too-many": ["count", "limit", "causes"],
  "attribution-infeasible": ["causes"],
  // What a result rests on.
  "demonstration-data": ["methodology"],
  "estimates-assumed": ["count", "amount"],
  "line-uncounted": ["line"],
  "limit-exceeded": ["stage", "group", "envelope", "total", "amount"],
  "facts-absent": ["fact", "count", "organisations"],
  // Command line.
  "option-malformed": ["option", "value", "expected"],
  "option-missing": ["option", "expected"],
  "option-unknown": ["value"],
  "command-unknown": ["value", "expected"],
  "output-not-written": ["reason"],
  // Server.
  "register-unknown": ["value"],
  "methodology-unknown": ["value"],
  "run-unknown": ["value"],
  "scenario-unknown": ["value"],
  "publication-unknown": ["value"],
  "ground-unknown": ["value"],
  "person-unknown": ["value"],
  "invitation-unknown": ["value"],
  "password-short": ["least"],
  "password-long": ["limit"],
  "password-common": [],
  "password-personal": [],
  "organisations-missing": [],
  "organisation-not-kept": ["value"],
  "request-malformed": ["name", "expected"],
} as const satisfies Record<string, readonly string[]>;

export type IssueCode = keyof typeof ISSUE_FACTS;

export type IssueFacts<Code extends IssueCode> = Readonly<
  Record<(typeof ISSUE_FACTS)[Code][number], string>
>;

type IssueOf<Code extends IssueCode> = {
  readonly code: Code;
  readonly place: Place;
  readonly facts: IssueFacts<Code>;
};

export type Issue = { [Code in IssueCode]: IssueOf<Code> }[IssueCode];

/** Makes an issue; the compiler knows which facts each code needs. */
export function issue<Code extends IssueCode>(
  code: Code,
  place: Place,
  facts: IssueFacts<Code>,
): Issue {
  return { code, place, facts } as Issue;
}
