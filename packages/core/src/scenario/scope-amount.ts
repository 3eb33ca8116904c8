/** What one member of a way of adding up gets: city, tier, district, programme, organisation. */
import { type AllocationTotals, estimateLines, type Model, tiynAt } from "../calculation/index.ts";
import { fail, issue, ok, type Place, type Result } from "../kernel/index.ts";
import { suggestName } from "../methodology/index.ts";
import { type Tiyn, tiyn } from "../money/index.ts";
import type { Scope } from "./scenario.ts";

/** The amount of the scope as the model stands, estimates among it. */
export function amountOf(model: Model, scope: Scope): Tiyn {
  if (scope.by === "city") return model.totals.total;
  if (scope.by === "organisation") return amountOfOrganisation(model, scope.member);
  return waysOf(model.totals)[scope.by].get(scope.member) ?? tiyn(0n);
}

/** A scope that the city has; one that it has not is a fault, not an amount of zero. */
export function checkScope(
  { register, totals, plan }: Model,
  scope: Scope,
  place: Place,
): Result<Scope> {
  if (scope.by === "city") return ok(scope);
  const { member: value } = scope;
  if (scope.by === "organisation") {
    if (register.organisations.ids.includes(value)) return ok(scope);
    return fail(issue("organisation-absent", place, { value }));
  }
  const known = membersOf(scope.by, { register, totals, plan });
  if (known.has(value)) return ok(scope);
  const suggestion = suggestName(value, known);
  return fail(issue("reference-unknown", place, { name: value, kind: scope.by, suggestion }));
}

/** Everything that may be meant: who is paid, and who could be. */
function membersOf(
  by: "tier" | "district" | "budgetCode",
  { register, totals, plan }: Pick<Model, "register" | "totals" | "plan">,
): ReadonlySet<string> {
  const { codeLists, budgetCodes } = plan.methodology;
  const listed = by === "budgetCode" ? budgetCodes : codeLists.get(by)?.codes;
  const attributes = by === "district" ? register.organisations.attributes.get(by)?.texts : [];
  const paid = waysOf(totals)[by].keys();
  const known = [...paid, ...(listed?.keys() ?? []), ...(attributes ?? [])];
  return new Set(known.filter((name) => name !== ""));
}

function waysOf({ byTier, byDistrict, byBudgetCode }: AllocationTotals) {
  return { tier: byTier, district: byDistrict, budgetCode: byBudgetCode };
}

function amountOfOrganisation(model: Model, id: string): Tiyn {
  const { plan, register } = model;
  const row = register.organisations.ids.indexOf(id);
  let sum = 0n;
  for (const { organisations, amounts } of model.lineAmounts()) {
    const place = organisations.indexOf(row);
    if (place >= 0) sum += tiynAt(amounts, place);
  }
  for (const { organisationId, amount } of estimateLines(plan, register)) {
    if (organisationId === id) sum += amount;
  }
  return tiyn(sum);
}
