/**
 * What one pupil more or one fewer is worth: to the organisation and to the city, by the formulas
 * and after all stages. A stage may give to one what it takes from others, so both are told.
 */
import type { Model } from "../calculation/index.ts";
import { fail, type Issue, issue, ok, present, type Result } from "../kernel/index.ts";
import { type AskedCell, type CountedRow, findRow, rowsRead } from "./marginal-cells.ts";
import {
  differenceOf,
  type LineMoney,
  type MeasuredMoney,
  measureMoney,
  type StagedAmount,
} from "./marginal-measures.ts";
import { canBe, tryCounts } from "./marginal-trials.ts";

export type MarginalTable = {
  readonly organisationId: string;
  readonly rows: readonly MarginalRow[];
};

export type MarginalRow = {
  readonly row: CountedRow;
  readonly more: MarginalStep;
  readonly fewer: MarginalStep;
};

export type MarginalStep =
  | MarginalEffect
  /** There is nobody to be fewer. */
  | { readonly kind: "nobody" }
  /** The city cannot be calculated with this count. */
  | { readonly kind: "refused"; readonly issues: readonly Issue[] };

/** Changes of money, in whole tiyn. */
export type MarginalEffect = {
  readonly kind: "effect";
  readonly organisation: StagedAmount;
  readonly city: StagedAmount;
  /** The lines of the organisation that move, in the order of the law. */
  readonly lines: readonly LineMoney[];
};

/**
 * One more and one fewer of every count of the organisation that money stands on, or of the one
 * that is asked. The model is left as it was found. Refused for an organisation that is not there
 * and a cell that no fact has.
 */
export function marginalPupils(
  model: Model,
  organisationId: string,
  asked?: AskedCell,
): Result<MarginalTable> {
  const organisation = model.register.organisations.ids.indexOf(organisationId);
  if (organisation < 0) return fail(issue("organisation-absent", {}, { value: organisationId }));
  const rows = rowsAsked(model, organisation, asked);
  if (!rows.ok) return rows;
  const now = measureMoney(model, organisation);
  return ok({
    organisationId,
    rows: rows.value.map((row) => oneMoreOneFewer(model, organisation, row, now)),
  });
}

/** The row that is asked, or all rows that some line reads. */
export function rowsAsked(
  model: Model,
  organisation: number,
  asked: AskedCell | undefined,
): Result<readonly CountedRow[]> {
  if (asked === undefined) return ok(rowsRead(model, organisation));
  const found = findRow(model, organisation, asked);
  return found.ok ? ok([found.value]) : found;
}

function oneMoreOneFewer(
  model: Model,
  organisation: number,
  row: CountedRow,
  now: MeasuredMoney,
): MarginalRow {
  const distances = [1, -1].filter((distance) => canBe(row, distance));
  const seen = tryCounts(model, { organisation, row }, distances, () =>
    measureMoney(model, organisation),
  );
  const stepTo = (distance: number): MarginalStep => {
    if (!distances.includes(distance)) return { kind: "nobody" };
    const found = present(seen.get(distance), "every distance was tried");
    return found.ok ? effectOf(now, found.value) : { kind: "refused", issues: found.issues };
  };
  return { row, more: stepTo(1), fewer: stepTo(-1) };
}

function effectOf(from: MeasuredMoney, to: MeasuredMoney): MarginalEffect {
  const lines = to.lines.map((money, place) => ({
    line: money.line,
    ...differenceOf(present(from.lines[place], "the lines are those of the law"), money),
  }));
  return {
    kind: "effect",
    organisation: differenceOf(from.organisation, to.organisation),
    city: differenceOf(from.city, to.city),
    lines: lines.filter(
      ({ beforeStages, afterStages }) => beforeStages !== 0n || afterStages !== 0n,
    ),
  };
}
