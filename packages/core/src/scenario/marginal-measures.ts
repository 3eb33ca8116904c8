/** The money of one organisation and of the city, before any stage and after all of them. */
import { type LineAmounts, type Model, sumByOrganisation, tiynAt } from "../calculation/index.ts";
import type { LineDefinition } from "../methodology/index.ts";
import { addRatios, type Ratio, sumTiyn, type Tiyn, tiyn, ZERO } from "../money/index.ts";

/** In whole tiyn: as the formulas give it, and as the stages leave it. */
export type StagedAmount = { readonly beforeStages: Tiyn; readonly afterStages: Tiyn };

/** One line of the organisation; zero where it has none. */
export type LineMoney = StagedAmount & { readonly line: LineDefinition };

export type MeasuredMoney = {
  readonly lines: readonly LineMoney[];
  readonly organisation: StagedAmount;
  readonly city: StagedAmount;
};

/** As the model stands. Estimates are not among it: no count changes them. */
export function measureMoney(model: Model, organisation: number): MeasuredMoney {
  const after = model.lineAmounts();
  const before = model.plan.stages.length === 0 ? after : model.formulaAmounts();
  const lines = model.plan.lines.map((line) => ({
    line,
    beforeStages: amountIn(before, line, organisation),
    afterStages: amountIn(after, line, organisation),
  }));
  const size = model.register.organisations.ids.length;
  const cityAfter = sumOf(after, size);
  const city = {
    beforeStages: before === after ? cityAfter : sumOf(before, size),
    afterStages: cityAfter,
  };
  return { lines, organisation: addStaged(lines), city };
}

/** What the formulas give the organisation, exactly in tenge, and its money in whole tiyn. */
export type OwnMoney = StagedAmount & { readonly exact: Ratio };

export function measureOwnMoney(model: Model, organisation: number): OwnMoney {
  const { lines, stages } = model.plan;
  const figures = lines.map(({ id }) => model.figureOf(id, organisation));
  const own = figures.filter(({ isCounted }) => isCounted);
  const beforeStages = sumTiyn(own.map(({ amount }) => amount));
  const after = stages.length === 0 ? undefined : model.lineAmounts();
  return {
    exact: own.map(({ tenge }) => tenge).reduce(addRatios, ZERO),
    beforeStages,
    afterStages: after
      ? sumTiyn(lines.map((line) => amountIn(after, line, organisation)))
      : beforeStages,
  };
}

function amountIn(amounts: readonly LineAmounts[], { id }: LineDefinition, row: number): Tiyn {
  const own = amounts.find(({ definition }) => definition.id === id);
  const place = own?.organisations.indexOf(row) ?? -1;
  return own === undefined || place < 0 ? tiyn(0n) : tiynAt(own.amounts, place);
}

function sumOf(amounts: readonly LineAmounts[], size: number): Tiyn {
  const sums = sumByOrganisation(amounts, size);
  let sum = 0n;
  for (let row = 0; row < size; row += 1) sum += tiynAt(sums, row);
  return tiyn(sum);
}

function addStaged(amounts: readonly StagedAmount[]): StagedAmount {
  return {
    beforeStages: sumTiyn(amounts.map(({ beforeStages }) => beforeStages)),
    afterStages: sumTiyn(amounts.map(({ afterStages }) => afterStages)),
  };
}

/** What is different between two amounts. */
export function differenceOf(from: StagedAmount, to: StagedAmount): StagedAmount {
  return {
    beforeStages: tiyn(to.beforeStages - from.beforeStages),
    afterStages: tiyn(to.afterStages - from.afterStages),
  };
}
