/** A line paid by estimate: its amounts as approved, one by one, with their rows. */
import { PROVISION_STATUSES, type ProvisionStatus } from "../methodology/index.ts";
import { assertEqualTiyn, formatTenge, sumTiyn } from "../money/index.ts";
import { type AllocationLine, lineName } from "./allocation.ts";
import type { CalculationRun } from "./calculate.ts";
import { type TraceNode, traceNode, undatedGround } from "./trace.ts";

export function explainEstimate(run: CalculationRun, line: AllocationLine): TraceNode {
  const { asOf, methodology } = run.plan;
  const estimates = run.snapshot.estimates.filter(
    ({ organisationId, tier, budgetCode, budgetYear }) =>
      organisationId === line.organisationId &&
      tier === line.tier &&
      budgetCode === line.budgetCode &&
      budgetYear === asOf.budgetYear,
  );
  const sum = sumTiyn(estimates.map(({ amount }) => amount));
  assertEqualTiyn(sum, line.amount, `explanation of ${line.organisationId} ${lineName(line)}`);
  const unit = methodology.currency;
  const inputs = estimates.map(({ lineId, nameRu, amount, status, note, source }) =>
    traceNode({
      kind: "estimate",
      id: lineId,
      label: methodology.translations.get(nameRu) ?? { ru: nameRu, kk: nameRu, en: nameRu },
      value: { kind: "number", exact: formatTenge(amount), unit },
      counted: source,
      ground: undatedGround({
        status: asStatus(status),
        provision: undefined,
        source: note === "" ? undefined : note,
      }),
    }),
  );
  return traceNode({
    kind: "line",
    id: lineName(line),
    label: methodology.budgetCodes.get(line.budgetCode),
    value: { kind: "number", exact: formatTenge(line.amount), unit },
    inputs,
  });
}

/** A word that is no status is the weakest one. */
function asStatus(text: string): ProvisionStatus {
  return PROVISION_STATUSES.find((status) => status === text) ?? "assumed";
}
