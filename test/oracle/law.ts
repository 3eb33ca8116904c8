/** A methodology as the oracle reads it from its documents, for one year, as known on a day. */
import { readFormula } from "./formula-reader.ts";
import type { Tree } from "./formula-tree.ts";
import type {
  AttributeDocument,
  DatedDocument,
  FactDocument,
  FormulaDocument,
  LawDocument,
  LineDocument,
  PeriodDocument,
  StageDocument,
} from "./law-documents.ts";

export type Keyed = {
  readonly dimensions: readonly string[];
  readonly values: readonly DatedDocument[];
};

export type FormulaLaw = {
  readonly hasOrganisation: boolean;
  readonly dimensions: readonly string[];
  readonly isMonthly: boolean;
  readonly tree: Tree;
};

export type LineLaw = Omit<LineDocument, "when" | "amount"> & {
  readonly when: Tree;
  readonly amount: Tree;
};

export type Law = {
  readonly year: number;
  readonly knownOn: string;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** What a code of a list has as a property, by list, code and property. */
  readonly properties: ReadonlyMap<string, string>;
  readonly periods: ReadonlyMap<string, PeriodDocument>;
  readonly attributes: ReadonlyMap<string, AttributeDocument>;
  readonly facts: ReadonlyMap<string, FactDocument>;
  readonly parameters: ReadonlyMap<string, Keyed>;
  readonly tables: ReadonlyMap<string, Keyed>;
  readonly mappings: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly formulas: ReadonlyMap<string, FormulaLaw>;
  readonly lines: ReadonlyMap<string, LineLaw>;
  /** By order. */
  readonly stages: readonly StageDocument[];
  /** The stage that solves each rate. */
  readonly solvers: ReadonlyMap<string, StageDocument>;
  /** A field of a document that holds an expression; read once. */
  readonly treeOf: (text: Text) => Tree;
};

type Text = string | readonly string[];

const OWN_NAMES = ["open", "month_number", "line_amount"];

export function readLaw(documents: readonly LawDocument[], year: number, knownOn: string): Law {
  const held = isHeld(year, knownOn);
  const lines = documents.flatMap((each) => each.lines ?? []);
  const stages = documents.flatMap((each) => each.stages ?? []).filter(held);
  const parameters = keyedParameters(documents);
  const tables = documents.flatMap((each) => each.tables ?? []);
  const facts = documents.flatMap((each) => each.facts ?? []);
  const attributes = documents.flatMap((each) => each.attributes ?? []);
  const mappings = documents.flatMap((each) => each.mappings ?? []);
  const formulas = documents.flatMap((each) => each.formulas ?? []).filter(held);
  const solvers = stages.flatMap((stage) =>
    (stage.rates ?? []).map(({ rate }) => [rate, stage] as const),
  );
  const names = new Set([
    ...[...OWN_NAMES, ...parameters.keys()],
    ...[...facts.map(({ fact }) => fact), ...attributes.map(({ attribute }) => attribute)],
    ...[...mappings.map(({ mapping }) => mapping), ...tables.map(({ table }) => table)],
    ...[...formulas.map(({ formula }) => formula), ...solvers.map(([rate]) => rate)],
  ]);
  const isStage = (name: string) => stages.some(({ stage }) => name.startsWith(`${stage}.`));
  const treeOf = rememberTrees((text) =>
    readFormula(text, (name) => names.has(name) || isStage(name)),
  );
  const lists = documents.flatMap((each) => each.codeLists ?? []);
  return {
    ...{ year, knownOn, parameters, treeOf },
    lists: new Map([
      ...lists.map(({ codeList, codes }) => [codeList, codes.map(({ code }) => code)] as const),
      ["line", lines.map(({ line }) => line)],
      [
        "budget_code",
        documents.flatMap((each) => (each.budgetCodes ?? []).map(({ budgetCode }) => budgetCode)),
      ],
    ]),
    properties: new Map(
      lists.flatMap(({ codeList, codes }) =>
        codes.flatMap(({ code, properties = {} }) =>
          Object.entries(properties).map(
            ([property, value]) => [[codeList, code, property].join("|"), value] as const,
          ),
        ),
      ),
    ),
    periods: new Map(
      documents
        .flatMap(({ calendar }) => calendar?.periods ?? [])
        .map((period) => [period.dimension, period]),
    ),
    attributes: new Map(attributes.map((each) => [each.attribute, each])),
    facts: new Map(facts.map((each) => [each.fact, each])),
    tables: new Map(tables.map((each) => [each.table, keyed(each)])),
    mappings: new Map(mappings.map(({ mapping, codes }) => [mapping, codes])),
    formulas: new Map(formulas.map((each) => [each.formula, formulaLaw(each, treeOf)])),
    lines: new Map(
      lines.map((each) => [
        each.line,
        { ...each, when: treeOf(each.when), amount: treeOf(each.amount) },
      ]),
    ),
    stages: stages.toSorted((left, right) => left.order - right.order),
    solvers: new Map(solvers),
  };
}

type Wording = {
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly knownFrom?: string;
};

/** Whether a wording holds on the first day of the year and is known. */
function isHeld(year: number, knownOn: string): (wording: Wording) => boolean {
  const day = `${year}-01-01`;
  return ({ validFrom = "", validTo, knownFrom = "" }) =>
    validFrom <= day && (validTo === undefined || validTo > day) && knownFrom <= knownOn;
}

function keyedParameters(documents: readonly LawDocument[]): ReadonlyMap<string, Keyed> {
  const found = new Map<string, Keyed>();
  for (const { parameters = [] } of documents) {
    for (const each of parameters) found.set(each.parameter, keyed(each));
  }
  for (const { parameterValues = [] } of documents) {
    for (const { parameter, values } of parameterValues) {
      const { dimensions = [], values: before = [] } = found.get(parameter) ?? {};
      found.set(parameter, { dimensions, values: [...before, ...values] });
    }
  }
  return found;
}

function keyed({ dimensions = [], values }: Partial<Keyed> & Pick<Keyed, "values">): Keyed {
  return { dimensions, values };
}

function formulaLaw(
  { grain, valuesOn, expression }: FormulaDocument,
  treeOf: Law["treeOf"],
): FormulaLaw {
  return {
    hasOrganisation: grain.includes("organisation"),
    dimensions: grain.filter((name) => name !== "organisation"),
    isMonthly: valuesOn === "month",
    tree: treeOf(expression),
  };
}

/** A long expression may be written in several lines. */
export function expressionText(written: Text): string {
  return typeof written === "string" ? written : written.join("\n");
}

function rememberTrees(read: (text: string) => Tree): Law["treeOf"] {
  const known = new Map<string, Tree>();
  return (written) => {
    const text = expressionText(written);
    const tree = known.get(text) ?? read(text);
    known.set(text, tree);
    return tree;
  };
}
