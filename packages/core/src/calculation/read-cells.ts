/**
 * The counts of the year on which money stands: which cells of an organisation some line or stage
 * reads.
 */
import type { Expression, Fact } from "../methodology/index.ts";
import { expressionsOfStage } from "../methodology/index.ts";
import type { Ratio } from "../money/index.ts";
import type { Organisation } from "../register/index.ts";
import type { Model } from "./columns/model.ts";
import { organisationAt, tableOfColumns } from "./columns/rows-of-register.ts";
import { createCompiler } from "./compile.ts";
import type { FactUse } from "./fact-use.ts";
import { distinctUses, factUsesAcross, factUsesOf } from "./fact-uses.ts";
import { organisationLayout } from "./line-figures.ts";
import { compileUse } from "./needed-facts.ts";
import { createRunState } from "./run-state.ts";

/** One cell of a fact: the codes of its index, the period first, and what was counted. */
export type ReadCell = {
  readonly fact: Fact;
  readonly codes: readonly string[];
  readonly value: Ratio;
};

/** Whether a fact is counted for the budget year, so that it could still be another number. */
function isOfYear({ source, yearOffset }: Fact): boolean {
  return source !== "last-year" && yearOffset === 0;
}

/** The cells that the organisation in a row has of these facts. */
export function cellsOf(
  { plan, register }: Pick<Model, "plan" | "register">,
  row: number,
  facts: Iterable<Fact>,
): readonly ReadCell[] {
  const table = tableOfColumns(plan, register);
  const { id } = organisationAt(register, row);
  return [...facts].flatMap((fact) =>
    [...table.cellsOf(id, fact.id).values()].map(({ codes, value }) => ({ fact, codes, value })),
  );
}

/** Those of its cells that a line it may have, a stage, or a sum over organisations reads. */
export function cellsRead(model: Model, row: number): readonly ReadCell[] {
  const organisation = organisationAt(model.register, row);
  const uses = usesOf(model, row, organisation);
  const facts = [...model.plan.methodology.facts.values()].filter(isOfYear);
  return cellsOf(model, row, facts).filter((cell) =>
    uses.some((use) => use.fact === cell.fact.id && reads(use, cell, organisation)),
  );
}

function usesOf(model: Model, row: number, organisation: Organisation): readonly FactUse[] {
  const { plan } = model;
  const compiler = createCompiler(plan);
  const state = { ...createRunState(), organisation, row };
  const own = (expression: Expression) => factUsesOf(expression, plan);
  const across = (expression: Expression) => factUsesAcross(expression, plan);
  const uses = [
    ...plan.lines.flatMap(({ id, when, amount }) => [
      ...own(when),
      ...(model.figureOf(id, row).applies ? own(amount) : []),
      ...across(when),
      ...across(amount),
    ]),
    ...plan.stages
      .flatMap(expressionsOfStage)
      .flatMap(({ expression }) => [...own(expression), ...across(expression)]),
  ];
  return distinctUses(uses).filter((use) =>
    compileUse(use, organisationLayout(use.fact), compiler).isAsked(state),
  );
}

/** Whether the use may ask for this cell: the codes it names are those of the cell. */
function reads({ items }: FactUse, { codes }: ReadCell, { attributes }: Organisation): boolean {
  const asked = items.map((item) => {
    if (item.kind === "code") return item.code;
    return item.kind === "attribute" ? attributes.get(item.name) : undefined;
  });
  return asked.every((code, place) => code === undefined || code === codes[place]);
}
