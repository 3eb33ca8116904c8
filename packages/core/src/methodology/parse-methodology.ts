/** Documents → Methodology, or every fault in them with its place. */
import type { CodeLists } from "../classification/index.ts";
import {
  InvariantViolation,
  type Issue,
  issue,
  type Result,
  unlessIssues,
} from "../kernel/index.ts";
import type { CalendarPeriod } from "../register/index.ts";
import { overlap } from "../time/index.ts";
import { buildCalendar } from "./build-calendar.ts";
import { buildFact, type FactEntry, factDefinition, gatherFacts } from "./build-facts.ts";
import {
  buildFormula,
  buildLine,
  type FormulaContext,
  formulaSignatures,
  gatherFormulas,
} from "./build-formulas.ts";
import { buildMappings } from "./build-mappings.ts";
import { buildParameters } from "./build-parameters.ts";
import { buildProvisions } from "./build-provenance.ts";
import { buildAttributes, buildCodeLists, buildWorkbook } from "./build-register-rules.ts";
import { buildStages, gatherStages, namesOfStages, stageSignatures } from "./build-stages.ts";
import { buildTables } from "./build-tables.ts";
import {
  byName,
  type Definitions,
  gatherDefinitions,
  type MethodologyLayer,
  type Reporter,
} from "./definitions.ts";
import type { Manifest } from "./document-schema.ts";
import { reportEarlyNames } from "./early-names.ts";
import { knownUnits } from "./known-units.ts";
import type { Formula, Methodology, Parameter } from "./methodology.ts";
import { LINE_AMOUNT, MONTH_NUMBER, type Names, OPEN } from "./names.ts";
import { addOwnCodeLists, OWN_DIMENSIONS } from "./own-code-lists.ts";
import type { Provision } from "./provision.ts";
import { reportDependencies, reportIdleSolves } from "./stage-graph.ts";

/**
 * Reads layers of documents, the base first; a methodology is returned only when nothing at all is
 * wrong.
 */
export function parseMethodology(layers: readonly MethodologyLayer[]): Result<Methodology> {
  const issues: Issue[] = [];
  const report: Reporter = (found) => issues.push(found);
  const definitions = gatherDefinitions(layers, report);
  if (issues.length > 0) return unlessIssues(issues, neverReached);
  const provisions = buildProvisions(definitions, report);
  const codeLists = addOwnCodeLists(buildCodeLists(definitions, report), definitions, report);
  const calendar = buildCalendar(definitions, codeLists, report);
  const parameters = buildParameters(definitions, { codeLists, provisions, report });
  const facts = gatherFacts(definitions, codeLists, calendar, report);
  const parts = { definitions, provisions, codeLists, calendar, parameters, facts };
  const methodology = buildMethodology(parts, report);
  reportDependencies(methodology, report);
  reportEarlyNames(methodology, report);
  // What a name with a fault would have stood on is not known.
  if (issues.length === 0) reportIdleSolves(methodology, report);
  return unlessIssues(issues, () => methodology);
}

type Parts = {
  readonly definitions: Definitions;
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly codeLists: CodeLists;
  readonly calendar: readonly CalendarPeriod[];
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly facts: ReadonlyMap<string, FactEntry>;
};

function buildMethodology(parts: Parts, report: Reporter): Methodology {
  const { definitions, provisions, codeLists, calendar, parameters } = parts;
  const manifest = lastManifest(definitions);
  const currency =
    definitions.manifests.findLast((each) => each.currency !== undefined)?.currency ?? "KZT";
  const attributes = buildAttributes(definitions, codeLists, report);
  const documents = gatherFormulas(definitions);
  const stageDocuments = gatherStages(definitions);
  const names: Names = {
    calendar,
    codeLists,
    attributes,
    facts: new Map([...parts.facts].map(([id, entry]) => [id, factDefinition(entry)])),
    parameters,
    formulas: formulaSignatures(documents, report),
    tables: buildTables(definitions, { codeLists, provisions, report }),
    mappings: buildMappings(definitions, codeLists, report),
    stageSignatures: stageSignatures(stageDocuments, report),
    currency,
  };
  const units = knownUnits(names);
  reportSharedNames(definitions, units, report);
  reportGroupsWithCodes(names, definitions, report);
  const context: FormulaContext = { names, provisions, units, report };
  const formulas = new Map(
    [...documents].map(([id, entries]) => [
      id,
      entries.flatMap((entry) => buildFormula(entry, context)),
    ]),
  );
  reportSharedWordings(formulas, report);
  const budgetCodes = byName(
    definitions.section("budgetCodes"),
    "budgetCode",
    ({ budgetCode }) => budgetCode,
    report,
  );
  const lines = byName(definitions.section("lines"), "line", ({ line }) => line, report);
  const codes = new Set(budgetCodes.keys());
  const stageContext = { ...context, lines: new Set(lines.keys()) };
  return {
    id: manifest.methodology,
    label: manifest.label,
    isDemonstration: definitions.manifests.some(({ demonstration }) => demonstration === true),
    currency,
    years: manifest.years,
    provisions,
    codeLists,
    calendar,
    attributes,
    facts: new Map([...parts.facts].map(([id, entry]) => [id, buildFact(entry, context)])),
    parameters,
    formulas,
    budgetCodes: new Map([...budgetCodes].map(([code, { value }]) => [code, value.label])),
    lines: [...lines.values()].map((entry) => buildLine(entry, currency, codes, context)),
    tables: names.tables,
    mappings: names.mappings,
    stages: buildStages(stageDocuments, stageContext),
    idScheme: definitions.idSchemes.at(-1) ?? "code",
    workbook: buildWorkbook(definitions, report),
    units: unitLabels(definitions, report),
    translations: new Map(
      definitions.section("translations").map(({ value }) => [value.ru, value]),
    ),
  };
}

function unitLabels(definitions: Definitions, report: Reporter): Methodology["units"] {
  const entries = byName(definitions.section("units"), "unit", ({ unit }) => unit, report);
  return new Map(
    [...entries].map(([unit, { value }]) => {
      const { label: many, one = many } = value;
      return [unit, { many, one }];
    }),
  );
}

/**
 * A name in an expression means one thing: no two kinds of values share one, and after a number it
 * could not be told from a unit.
 */
function reportSharedNames(
  definitions: Definitions,
  units: ReadonlySet<string>,
  report: Reporter,
): void {
  const { section } = definitions;
  const kinds = new Map<string, string>([
    ...[OPEN, MONTH_NUMBER].map((name) => [name, "calendar"] as const),
    [LINE_AMOUNT, "line"],
    ...OWN_DIMENSIONS,
  ]);
  const named = [
    ...section("attributes").map((each) => ({
      ...each,
      kind: "attribute",
      name: each.value.attribute,
    })),
    ...section("facts").map((each) => ({ ...each, kind: "fact", name: each.value.fact })),
    ...section("parameters").map((each) => ({
      ...each,
      kind: "parameter",
      name: each.value.parameter,
    })),
    ...section("tables").map((each) => ({ ...each, kind: "table", name: each.value.table })),
    ...section("mappings").map((each) => ({ ...each, kind: "mapping", name: each.value.mapping })),
    ...section("formulas").map((each) => ({ ...each, kind: "formula", name: each.value.formula })),
    ...namesOfStages(gatherStages(definitions)),
  ];
  for (const { kind, name, place } of named) {
    const known = kinds.get(name) ?? kind;
    if (known !== kind) report(issue("definition-duplicate", place, { name, kind: known }));
    kinds.set(name, known);
    if (units.has(name)) report(issue("name-reserved", place, { name, kind: "unit" }));
  }
}

/** A group that only the register knows must not be called like a list, whose codes are known. */
function reportGroupsWithCodes(
  { codeLists }: Names,
  { section }: Definitions,
  report: Reporter,
): void {
  for (const { value, place } of section("attributes")) {
    const { attribute: name, type } = value;
    if (type !== "group" || !codeLists.has(name)) continue;
    report(issue("definition-duplicate", place, { name, kind: "codeList" }));
  }
}

/** Two wordings known from the same day and valid on a common one cannot be told apart. */
function reportSharedWordings(
  formulas: ReadonlyMap<string, readonly Formula[]>,
  report: Reporter,
): void {
  for (const [name, wordings] of formulas) {
    wordings.forEach(({ knownFrom, validity, place }, position) => {
      const isShared = wordings
        .slice(0, position)
        .some((other) => other.knownFrom === knownFrom && overlap(other.validity, validity));
      if (isShared) report(issue("definition-duplicate", place, { name, kind: "formula" }));
    });
  }
}

function lastManifest(definitions: Definitions): Manifest {
  const manifest = definitions.manifests.at(-1);
  return manifest ?? neverReached();
}

function neverReached(): never {
  throw new InvariantViolation("faults were found before");
}
