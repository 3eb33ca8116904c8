/**
 * What a person must look at before money follows it: strange, but no fault of any row.
 *
 * A finding is named by what it is and whom it is about, without figures: the same register gives
 * the same names under every law and scenario, so that a decision on one holds for all of them.
 */
import type { CalculationRun } from "../calculation/index.ts";
import { compareIds } from "../kernel/index.ts";
import {
  compareRatios,
  divideRatios,
  findFiniteDigits,
  formatTenge,
  type Ratio,
  ratioOf,
  roundRatio,
  subtractRatios,
  type Tiyn,
  tiyn,
} from "../money/index.ts";
import type { Organisation } from "../register/index.ts";
import { CAPACITY, seatedOf } from "./capacity.ts";
import type { ComparedLine, ComparedSide } from "./compare-sides.ts";
import { headsAndMoney } from "./equity-heads.ts";
import { lastYearOf } from "./last-year.ts";
import { successionsOf } from "./last-year-successors.ts";

/** Money waits for whoever looks at a blocking one. */
export const FINDING_SEVERITIES = {
  "successor-missing": "blocking",
  "roll-over-capacity": "warning",
  "amount-jump": "warning",
} as const;

export type FindingCode = keyof typeof FINDING_SEVERITIES;

export type RegisterFinding = {
  /** `roll-over-capacity 990391018056` */
  readonly id: string;
  readonly code: FindingCode;
  readonly severity: (typeof FINDING_SEVERITIES)[FindingCode];
  readonly organisationId: string;
  /** The id again, where the register does not know the organisation. */
  readonly nameRu: string;
  readonly nameKk: string;
  /** What the sentence of the finding needs: plain digits, days, tenge. */
  readonly facts: Readonly<Record<string, string>>;
};

/** Blocking ones first, then by kind and organisation. */
export function findingsOf(run: CalculationRun): readonly RegisterFinding[] {
  const lastYear = lastYearOf(run.snapshot, run.plan.asOf);
  const before = lastYear.ok ? lastYear.value : undefined;
  return [...lostOrganisations(run, before), ...overCapacity(run), ...jumps(run, before)];
}

/** Gone within the year, or paid the year before and nowhere now, and nobody took them over. */
function lostOrganisations(
  { plan, snapshot }: CalculationRun,
  before: ComparedSide | undefined,
): readonly RegisterFinding[] {
  const { budgetYear } = plan.asOf;
  const paid = before === undefined ? new Map<string, Tiyn>() : amountsOf(before);
  const known = new Set(snapshot.organisations.map(({ id }) => id));
  const amountText = (id: string) => formatTenge(paid.get(id) ?? tiyn(0n));
  const closed = snapshot.organisations.flatMap((each) => {
    const { id, closedOn, successorIds } = each;
    if (closedOn === undefined || successorIds.length > 0) return [];
    const isOfYear = closedOn >= `${budgetYear}-01-01` && closedOn <= `${budgetYear}-12-31`;
    const isOlder = closedOn < `${budgetYear}-01-01` && paid.has(id);
    if (!isOfYear && !isOlder) return [];
    return finding("successor-missing", each, { closed: closedOn, amount: amountText(id) });
  });
  const absent = [...paid.keys()]
    .filter((id) => id !== "" && !known.has(id))
    .map((id) => {
      const facts = { closed: "", amount: amountText(id) };
      return finding("successor-missing", { id, nameRu: id, nameKk: id }, facts);
    });
  return inOrder([...closed, ...absent]);
}

/** People on average over the year, for whom places by design are fewer. */
function overCapacity(run: CalculationRun): readonly RegisterFinding[] {
  const organisations = organisationsOf(run);
  const seated = seatedOf(run, headsAndMoney(run).funded, CAPACITY, () => "");
  return inOrder(
    seated.flatMap(({ organisationId, seats, heads }) => {
      const organisation = organisations.get(organisationId);
      if (organisation === undefined || seats === undefined || seats.numerator <= 0n) return [];
      if (compareRatios(heads, seats) <= 0) return [];
      const load = divideRatios(heads, seats);
      const facts = {
        capacity: rounded(seats, PEOPLE_PLACES),
        count: rounded(heads, PEOPLE_PLACES),
        percent: rounded(ofHundred(load), PERCENT_PLACES),
      };
      return finding("roll-over-capacity", organisation, facts);
    }),
  );
}

/** More than this part of last year's amount, either way. */
const JUMP = ratioOf(15n, 100n);

/** Organisations of both years; who was merged is told under whoever took them over. */
function jumps(run: CalculationRun, before: ComparedSide | undefined): readonly RegisterFinding[] {
  if (before === undefined) return [];
  const { joined } = successionsOf(run.snapshot);
  const amounts = amountsOf(run, joined);
  const lastYear = amountsOf(before, joined);
  const organisations = organisationsOf(run);
  return inOrder(
    [...amounts].flatMap(([id, amount]) => {
      const organisation = organisations.get(id);
      const old = lastYear.get(id);
      if (organisation === undefined || old === undefined || old <= 0n) return [];
      const change = divideRatios(subtractRatios(ratioOf(amount), ratioOf(old)), ratioOf(old));
      const size = change.numerator < 0n ? subtractRatios(ratioOf(0n), change) : change;
      if (compareRatios(size, JUMP) <= 0) return [];
      const facts = {
        before: formatTenge(old),
        after: formatTenge(amount),
        percent: rounded(ofHundred(change), PERCENT_PLACES),
      };
      return finding("amount-jump", organisation, facts);
    }),
  );
}

/** By organisation; of who was merged, by whoever took them over. */
function amountsOf(
  { lines }: { readonly lines: readonly Pick<ComparedLine, "organisationId" | "amount">[] },
  joined: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, Tiyn> {
  const sums = new Map<string, Tiyn>();
  for (const { organisationId, amount } of lines) {
    const id = joined.get(organisationId) ?? organisationId;
    sums.set(id, tiyn((sums.get(id) ?? 0n) + amount));
  }
  return sums;
}

function organisationsOf({ snapshot }: CalculationRun): ReadonlyMap<string, Organisation> {
  return new Map(snapshot.organisations.map((each) => [each.id, each]));
}

function finding(
  code: FindingCode,
  { id, nameRu, nameKk }: Pick<Organisation, "id" | "nameRu" | "nameKk">,
  facts: RegisterFinding["facts"],
): RegisterFinding {
  const severity = FINDING_SEVERITIES[code];
  return { id: `${code} ${id}`, code, severity, organisationId: id, nameRu, nameKk, facts };
}

function inOrder(findings: readonly RegisterFinding[]): readonly RegisterFinding[] {
  return findings.toSorted((left, right) => compareIds(left.id, right.id));
}

const PEOPLE_PLACES = 2;
const PERCENT_PLACES = 1;

function ofHundred({ numerator, denominator }: Ratio): Ratio {
  return ratioOf(numerator * 100n, denominator);
}

/** Plain digits for people; the finding itself was found by the exact figure. */
function rounded(value: Ratio, places: number): string {
  return findFiniteDigits(roundRatio(value, places, "half-up")) ?? "";
}
