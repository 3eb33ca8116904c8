/** One stage of a document: its lines and groups exist, its expressions are proved. */
import { issue, type Place } from "../kernel/index.ts";
import { baseUnit, compareRatios } from "../money/index.ts";
import { FIRST_DAY } from "../time/index.ts";
import { buildValidity, referDate, referFigure } from "./build-dated-value.ts";
import { buildExpression, type ExpressionScope, proveExpression } from "./build-formulas.ts";
import { buildProvenance } from "./build-provenance.ts";
import { referCause } from "./cause.ts";
import { type Entry, inside } from "./definitions.ts";
import type { MethodologyDocument } from "./document-schema.ts";
import type { Expression } from "./expression.ts";
import { unitFrom } from "./names.ts";
import type { SolvedRate, SolveStage, Stage } from "./stage.ts";
import {
  CITY_SCOPE,
  groupScope,
  LINE_SCOPE,
  ORGANISATION_SCOPE,
  referGroups,
  referLine,
  referLines,
  type StageContext,
} from "./stage-references.ts";
import { numberType, TRUTH, unitOf, type ValueType } from "./value-type.ts";

export type StageDocument = NonNullable<MethodologyDocument["stages"]>[number];
type StageOf<Kind extends StageDocument["kind"]> = Extract<StageDocument, { kind: Kind }>;
type ChangingDocument = Exclude<StageDocument, { kind: "limit" | "solve" }>;

type Written = string | readonly string[];
type Steps = readonly (string | number)[];

/** What the parts of one stage are made with. */
type Desk = {
  readonly place: Place;
  readonly context: StageContext;
  /** Proves the text at `steps` of the stage. */
  readonly prove: (
    written: Written,
    steps: Steps,
    scope: ExpressionScope,
    expected: ValueType | "number",
  ) => Expression;
  /** The unit of amounts. */
  readonly amount: ValueType;
};

export function buildStage({ value, place }: Entry<StageDocument>, context: StageContext): Stage {
  const desk: Desk = {
    place,
    context,
    prove: (written, steps, scope, expected) =>
      buildExpression(written, inside(place, ...steps), scope, expected, context),
    amount: numberType(baseUnit(context.names.currency)),
  };
  switch (value.kind) {
    case "floor":
    case "cap":
      return buildBound(value, desk);
    case "floor-and-cap":
      return buildFloorAndCap(value, desk);
    case "pool":
      return buildPool(value, desk);
    case "fill":
      return buildFill(value, desk);
    case "fit":
      return buildFit(value, desk);
    case "limit":
      return buildLimit(value, desk);
    case "solve":
      return buildSolve(value, desk);
  }
}

function buildBound(value: StageOf<"floor" | "cap">, desk: Desk): Stage {
  const { kind, per = "line" } = value;
  const scope = per === "line" ? LINE_SCOPE : ORGANISATION_SCOPE;
  const bound = desk.prove(value.bound, ["bound"], scope, desk.amount);
  return { ...changing(value, desk), kind, per, bound };
}

function buildFloorAndCap(value: StageOf<"floor-and-cap">, desk: Desk): Stage {
  const { kind, per = "line", shortfall } = value;
  const scope = per === "line" ? LINE_SCOPE : ORGANISATION_SCOPE;
  return {
    ...changing(value, desk),
    kind,
    per,
    by: groups(value, desk),
    floor: desk.prove(value.floor, ["floor"], scope, desk.amount),
    cap: desk.prove(value.cap, ["cap"], scope, desk.amount),
    shortfall,
  };
}

function buildPool(value: StageOf<"pool">, desk: Desk): Stage {
  const { place, context } = desk;
  const { kind, into, collect, amount, sharePlaces } = value;
  if (amount === undefined && collect === undefined) {
    const facts = { expected: "collect | amount", found: "—" };
    context.report(issue("document-malformed", place, facts));
  }
  referLine(into, inside(place, "into"), context);
  const by = groups(value, desk);
  return {
    ...changing(value, desk),
    kind,
    by,
    collect: given(collect, ["collect"], ORGANISATION_SCOPE, desk),
    amount: given(amount, ["amount"], groupScope(by, context.names), desk),
    weight: desk.prove(value.weight, ["weight"], ORGANISATION_SCOPE, "number"),
    into,
    sharePlaces,
    leftOver: value.leftOver ?? "largest-remainder",
  };
}

function buildFill(value: StageOf<"fill">, desk: Desk): Stage {
  const { kind } = value;
  const by = groups(value, desk);
  const categories = value.categories.map(({ line, floor, ceiling }, position) => {
    const at = ["categories", position] as const;
    return {
      line,
      floor: given(floor, [...at, "floor"], ORGANISATION_SCOPE, desk),
      ceiling: given(ceiling, [...at, "ceiling"], ORGANISATION_SCOPE, desk),
    };
  });
  const filled = categories.map(({ line }) => line);
  referLines(filled, inside(desk.place, "categories"), desk.context, (at) => [at, "line"]);
  const change = desk.prove(
    value.change,
    ["change"],
    groupScope(by, desk.context.names),
    desk.amount,
  );
  const leftOver = value.leftOver ?? "refuse";
  return { ...changing(value, desk), kind, by, change, categories, leftOver };
}

function buildFit(value: StageOf<"fit">, desk: Desk): Stage {
  const { kind } = value;
  const by = groups(value, desk);
  return {
    ...changing(value, desk),
    kind,
    by,
    envelope: envelope(value, desk),
    direction: value.direction ?? "both",
    floor: given(value.floor, ["floor"], LINE_SCOPE, desk),
    ceiling: given(value.ceiling, ["ceiling"], LINE_SCOPE, desk),
    leftOver: value.leftOver ?? "largest-remainder",
    countsEstimates: value.countsEstimates ?? false,
  };
}

function buildLimit(value: StageOf<"limit">, desk: Desk): Stage {
  const { kind, lines, countsEstimates = false } = value;
  referLines(lines, inside(desk.place, "lines"), desk.context);
  const by = groups(value, desk);
  return {
    ...common(value, desk),
    kind,
    lines,
    by,
    envelope: envelope(value, desk),
    countsEstimates,
  };
}

function buildSolve(value: StageOf<"solve">, desk: Desk): SolveStage {
  const { place, context, prove } = desk;
  const { kind, least, greatest, places, approach = "not-above" } = value;
  const { report } = context;
  const [from, to] = [
    referFigure(least, inside(place, "least"), report),
    referFigure(greatest, inside(place, "greatest"), report),
  ];
  if (from !== undefined && to !== undefined && compareRatios(from, to) >= 0) {
    const facts = { value: greatest, expected: `> ${least}` };
    report(issue("number-out-of-range", inside(place, "greatest"), facts));
  }
  const where = inside(place, "total");
  const total = proveExpression(value.total, where, CITY_SCOPE, "number", context);
  const unit = unitOf(total.type);
  const alike = unit === undefined ? "number" : numberType(unit);
  const { tolerance } = value;
  return {
    ...common(value, desk),
    kind,
    rates: value.rates.map((each, position) => buildRate(each, ["rates", position], desk)),
    total: total.expression,
    target: prove(value.target, ["target"], CITY_SCOPE, alike),
    tolerance:
      tolerance === undefined ? undefined : prove(tolerance, ["tolerance"], CITY_SCOPE, alike),
    least,
    greatest,
    places,
    approach,
  };
}

function buildRate(value: StageOf<"solve">["rates"][number], steps: Steps, desk: Desk): SolvedRate {
  const { rate: id, label, factor, places, rounding = "half-up" } = value;
  const unit = unitFrom(value.unit);
  const proved =
    factor === undefined
      ? undefined
      : desk.prove(factor, [...steps, "factor"], CITY_SCOPE, numberType(unit));
  return { id, label, unit, factor: proved, places, rounding };
}

function common(value: StageDocument, { place, context, prove }: Desk) {
  const { stage: id, label, order, cause, validFrom = FIRST_DAY, validTo } = value;
  const { report, provisions } = context;
  const validity = buildValidity({ validFrom, validTo }, place, report);
  const known = value.knownFrom ?? FIRST_DAY;
  referCause(cause, place, context.names.codeLists, report);
  return {
    ...buildProvenance(value, place, provisions, report),
    id,
    label,
    order,
    validity: validity ?? { from: FIRST_DAY, to: undefined },
    knownFrom: referDate(known, inside(place, "knownFrom"), report) ?? FIRST_DAY,
    cause,
    switch:
      value.switch === undefined ? undefined : prove(value.switch, ["switch"], CITY_SCOPE, TRUTH),
    place,
  };
}

function changing(value: ChangingDocument, desk: Desk) {
  const { lines = [], when, rounding = "half-up", places = 2 } = value;
  referLines(lines, inside(desk.place, "lines"), desk.context);
  return {
    ...common(value, desk),
    lines,
    when: when === undefined ? undefined : desk.prove(when, ["when"], ORGANISATION_SCOPE, TRUTH),
    rounding,
    places,
  };
}

function groups(
  { kind, by = [] }: StageOf<"floor-and-cap" | "pool" | "fill" | "fit" | "limit">,
  { place, context }: Desk,
): readonly string[] {
  referGroups(by, kind, inside(place, "by"), context);
  return by;
}

function envelope({ by = [], envelope: written }: StageOf<"fit" | "limit">, desk: Desk) {
  return desk.prove(written, ["envelope"], groupScope(by, desk.context.names), desk.amount);
}

/** An amount that need not be there. */
function given(
  written: Written | undefined,
  steps: Steps,
  scope: ExpressionScope,
  desk: Desk,
): Expression | undefined {
  return written === undefined ? undefined : desk.prove(written, steps, scope, desk.amount);
}
