/**
 * Figures of one calculation about how even and how well covered its money is.
 *
 * Each stands with its definition in the catalogues, under `equity.figure`. All are exact, but for
 * roots. Nothing here changes a line.
 */
import type { AllocationLine, CalculationRun } from "../calculation/index.ts";
import { type Issue, invariant, issue, type Result, unlessIssues } from "../kernel/index.ts";
import { suggestName } from "../methodology/index.ts";
import { ratioOf, sumTiyn, type Tiyn } from "../money/index.ts";
import type { AttributeDefinition } from "../register/index.ts";
import { CAPACITY, capacityFigures, seatedOf } from "./capacity.ts";
import { DISTRICT, districtsOf } from "./compare-sides.ts";
import { coverageFigures, findPopulationFaults, type PopulationRow } from "./coverage.ts";
import { distributionFigures, groupBy } from "./distribution-figures.ts";
import {
  absent,
  amountOfTiyn,
  type EquityFigure,
  type EquityFigureId,
  type EquityMember,
  shareOf,
} from "./equity-figure.ts";
import { type HeadsAndMoney, headsAndMoney } from "./equity-heads.ts";
import { protectionFigures } from "./protection-figures.ts";

export type EquityQuestion = {
  /** The attribute that says of what kind an organisation is. */
  readonly kind?: string;
  /** The attribute of places by design. */
  readonly capacity?: string;
  /** Lower ends of size bands, whole numbers. */
  readonly sizes?: readonly number[];
  readonly population?: readonly PopulationRow[];
};

const KIND = "organisation_type";

/** Every figure, or what of the question the city does not have. */
export function equityOf(
  run: CalculationRun,
  question: EquityQuestion = {},
): Result<readonly EquityFigure[]> {
  return unlessIssues(findQuestionFaults(run, question), () => {
    const { plan, snapshot } = run;
    const { kind = KIND, capacity = CAPACITY, sizes, population = [] } = question;
    const money = headsAndMoney(run);
    const { attributes, currency } = plan.methodology;
    const districts = districtsOf(snapshot);
    const districtOf = (id: string) => districts.get(id) ?? "";
    const kinds = new Map(
      snapshot.organisations.map((each) => [each.id, each.attributes.get(kind) ?? ""]),
    );
    const kindOf = attributes.has(kind) ? (id: string) => kinds.get(id) ?? "" : undefined;
    const seated = seatedOf(run, money.funded, capacity, districtOf);
    return [
      ...moneyFigures(run, money),
      ...distributionFigures(money.funded, { kindOf, districtOf, sizes, currency }),
      ...(kindOf === undefined ? [WITHOUT_KINDS] : []),
      ...protectionFigures(run),
      ...(attributes.has(capacity) ? capacityFigures(seated) : [WITHOUT_SEATS]),
      ...coverageFigures(seated, population),
    ];
  });
}

/** Nobody has a kind, or places by design, where the methodology reads none. */
const WITHOUT_KINDS: EquityFigure = {
  id: "organisations",
  of: { kind: "" },
  value: absent("attribute-missing"),
};
const WITHOUT_SEATS: EquityFigure = { id: "seats", of: {}, value: absent("attribute-missing") };

function findQuestionFaults(
  run: CalculationRun,
  { kind, capacity, population = [] }: EquityQuestion,
): readonly Issue[] {
  return [
    ...(kind === undefined ? [] : findAttributeFaults(run, kind, ["code", "group"])),
    ...(capacity === undefined ? [] : findAttributeFaults(run, capacity, ["number"])),
    ...findPopulationFaults(population, knownCodes(run)),
  ];
}

/** An attribute of the wrong type cannot be meant either. */
function findAttributeFaults(
  { plan }: CalculationRun,
  name: string,
  types: readonly AttributeDefinition["type"]["kind"][],
): readonly Issue[] {
  const fitting = [...plan.methodology.attributes.values()].filter(({ type }) =>
    types.includes(type.kind),
  );
  const names = fitting.map(({ id }) => id);
  if (names.includes(name)) return [];
  const suggestion = suggestName(name, names);
  return [issue("reference-unknown", {}, { name, kind: "attribute", suggestion })];
}

function knownCodes({ plan: { methodology } }: CalculationRun) {
  const codesOf = (list: string) => [...(methodology.codeLists.get(list)?.codes.keys() ?? [])];
  const type = methodology.attributes.get(DISTRICT)?.type;
  return {
    tiers: codesOf("tier"),
    districts: type !== undefined && "codeList" in type ? codesOf(type.codeList) : [],
  };
}

/** Money by tier and by way of funding, and what of it no figure per head holds. */
function moneyFigures(
  { lines, totals }: CalculationRun,
  { funded, outside }: HeadsAndMoney,
): readonly EquityFigure[] {
  const tiers = groupBy(lines, ({ tier }) => tier);
  const members = [[{}, lines] as const, ...tiers.map(([tier, own]) => [{ tier }, own] as const)];
  const ofCity = (id: EquityFigureId, amount: Tiyn): EquityFigure => {
    return { id, of: {}, value: amountOfTiyn(amount) };
  };
  const counted = sumTiyn(funded.map(({ amount }) => amount));
  invariant(sumTiyn(lines.map(({ amount }) => amount)) === totals.total, "lines make the total");
  return [
    ...members.flatMap(([of, own]) => fundingFigures(of, own)),
    ofCity("money-counted", counted),
    ofCity("outside-citywide", outside.citywide),
    ofCity("outside-estimate", outside.estimate),
    ofCity("outside-uncounted", outside.uncounted),
    ofCity("outside-tiers", outside.tiers),
  ];
}

function fundingFigures(
  of: EquityMember,
  lines: readonly AllocationLine[],
): readonly EquityFigure[] {
  const amountOf = (own: readonly AllocationLine[]) => sumTiyn(own.map(({ amount }) => amount));
  const all = amountOf(lines);
  const byFormula = amountOf(lines.filter(({ method }) => method === "formula"));
  return [
    { id: "money", of, value: amountOfTiyn(all) },
    { id: "formula-share", of, value: shareOf(ratioOf(byFormula), ratioOf(all)) },
  ];
}
