/**
 * What protections cost, and who pays: from the ledger, stage by stage.
 *
 * A stage gives what it adds to lines, and takes what it takes from others; both are told by
 * themselves, so that a corridor that moves much and costs nothing is seen.
 */
import type { CalculationRun } from "../calculation/index.ts";
import { ratioOf, type Tiyn, tiyn } from "../money/index.ts";
import { groupBy } from "./distribution-figures.ts";
import {
  absent,
  amountOfTiyn,
  countOf,
  type EquityFigure,
  type EquityFigureId,
  shareOf,
} from "./equity-figure.ts";

type LedgerRow = CalculationRun["ledger"][number];

/** Stages that hold an amount to a bound. */
const PROTECTIONS: readonly string[] = ["floor", "cap", "floor-and-cap"];
/** Those that raise it. */
const FLOORS: readonly string[] = ["floor", "floor-and-cap"];
/** Those that cut it. */
const CAPS: readonly string[] = ["cap", "floor-and-cap"];

export function protectionFigures(run: CalculationRun): readonly EquityFigure[] {
  const { outcomes, ledger } = run;
  const rowsBy = new Map(groupBy(ledger, ({ stage }) => stage));
  const stages = outcomes.filter(({ stage }) => stage.kind !== "limit" && stage.kind !== "solve");
  const figures = stages.flatMap(({ stage: { id }, isOn }) =>
    isOn ? stageFigures(id, rowsBy.get(id) ?? []) : stageOff(id),
  );
  return [...overall(run), ...figures];
}

/** All protections together; an organisation stands once, whatever stages hold it. */
function overall({ lines, outcomes, ledger }: CalculationRun): readonly EquityFigure[] {
  const formula = lines.filter(({ method, organisationId }) => {
    return method === "formula" && organisationId !== "";
  });
  const paid = new Set(formula.map(({ organisationId }) => organisationId)).size;
  const found: EquityFigure = { id: "paid-organisations", of: {}, value: countOf(paid) };
  const on = outcomes.filter(({ isOn, stage }) => isOn && PROTECTIONS.includes(stage.kind));
  if (on.length === 0) {
    return [found, ...OVERALL.map((id) => ({ id, of: {}, value: absent("no-protections") }))];
  }
  const kinds = new Map(on.map(({ stage }) => [stage.id, stage.kind]));
  const rows = ledger.filter(({ stage }) => kinds.has(stage));
  const ofKinds = (wanted: readonly string[]) =>
    rows.filter(({ stage }) => wanted.includes(kinds.get(stage) ?? ""));
  const raised = organisationsIn(ofKinds(FLOORS).filter(isRise));
  const cut = organisationsIn(ofKinds(CAPS).filter(isCut));
  const whole = ratioOf(BigInt(paid));
  const values = {
    "raised-organisations": countOf(raised),
    "raised-share": shareOf(ratioOf(BigInt(raised)), whole),
    "cut-organisations": countOf(cut),
    "cut-share": shareOf(ratioOf(BigInt(cut)), whole),
    "protection-gives": amountOfTiyn(changeOf(rows.filter(isRise))),
    "protection-takes": amountOfTiyn(negate(changeOf(rows.filter(isCut)))),
  };
  return [found, ...OVERALL.map((id) => ({ id, of: {}, value: values[id] }))];
}

const OVERALL = [
  ...(["raised-organisations", "raised-share", "cut-organisations", "cut-share"] as const),
  ...(["protection-gives", "protection-takes"] as const),
] as const satisfies readonly EquityFigureId[];

function stageFigures(stage: string, rows: readonly LedgerRow[]): readonly EquityFigure[] {
  const own = rows.filter(({ organisationId }) => organisationId !== "");
  const [rises, cuts] = [own.filter(isRise), own.filter(isCut)];
  const left = rows.filter(({ paidBy }) => paidBy === "left-over");
  const of = { stage };
  return [
    { id: "stage-raised", of, value: countOf(organisationsIn(rises)) },
    { id: "stage-cut", of, value: countOf(organisationsIn(cuts)) },
    { id: "stage-gives", of, value: amountOfTiyn(changeOf(rises)) },
    { id: "stage-takes", of, value: amountOfTiyn(negate(changeOf(cuts))) },
    { id: "stage-net", of, value: amountOfTiyn(changeOf(own)) },
    { id: "stage-left", of, value: amountOfTiyn(changeOf(left)) },
    ...groupBy(own, ({ paidBy }) => paidBy).map(([payer, paid]): EquityFigure => {
      return { id: "stage-paid", of: { stage, payer }, value: amountOfTiyn(changeOf(paid)) };
    }),
  ];
}

const OF_STAGE = [
  ...(["stage-raised", "stage-cut", "stage-gives", "stage-takes"] as const),
  ...(["stage-net", "stage-left"] as const),
];

function stageOff(stage: string): readonly EquityFigure[] {
  return OF_STAGE.map((id) => ({ id, of: { stage }, value: absent("stage-off") }));
}

function isRise({ organisationId, change }: LedgerRow): boolean {
  return organisationId !== "" && change > 0n;
}

function isCut({ organisationId, change }: LedgerRow): boolean {
  return organisationId !== "" && change < 0n;
}

function organisationsIn(rows: readonly LedgerRow[]): number {
  return new Set(rows.map(({ organisationId }) => organisationId)).size;
}

function changeOf(rows: readonly LedgerRow[]): Tiyn {
  return tiyn(rows.reduce((sum, { change }) => sum + change, 0n));
}

function negate(amount: Tiyn): Tiyn {
  return tiyn(-amount);
}
