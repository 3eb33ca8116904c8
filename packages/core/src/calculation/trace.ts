/**
 * Why an amount is what it is: a tree from the amount down to counts and clauses.
 *
 * An edge leads from a value to one that it was calculated from. Values are exact: a decimal, or a
 * fraction `n/d` where no decimal is. A node's status is the weakest of its own ground and of
 * everything below it.
 */
import type { Label } from "../classification/index.ts";
import { type Provenance, type ProvisionStatus, weakestStatus } from "../methodology/index.ts";
import { findFiniteDigits, type Ratio, type RoundingMode, reduceRatio } from "../money/index.ts";
import type { RowSource } from "../register/index.ts";
import { type CalendarDate, dayBefore, FIRST_DAY, type Validity } from "../time/index.ts";
import type { ChosenCase } from "./allocation.ts";

export type TraceValue =
  | { readonly kind: "number"; readonly exact: string; readonly unit: string }
  | { readonly kind: "truth"; readonly isTrue: boolean }
  | { readonly kind: "code"; readonly codeList: string; readonly code: string }
  | { readonly kind: "date"; readonly date: string };

export type TraceKey = readonly { readonly dimension: string; readonly code: string }[];

/** An expression with its values put in: `⟦0⟧` in the text stands for the first value. */
export type TraceText = { readonly text: string; readonly values: readonly TraceValue[] };

/**
 * The legal ground of a value: what, and where the law dates it, since when, known since when, and
 * what it replaced.
 */
export type TraceGround = {
  readonly status: ProvisionStatus;
  readonly act: Label | undefined;
  readonly locator: Label | undefined;
  readonly source: string | undefined;
  readonly validFrom: string | undefined;
  /** The last day on which it holds, when there is one. */
  readonly validUntil: string | undefined;
  readonly knownFrom: string | undefined;
  readonly replaced: { readonly digits: string; readonly knownFrom: string } | undefined;
};

/** What can be said of a node beside its value; each is a sentence of the catalogue. */
export const TRACE_SENTENCES = [
  ...(["total-members", "count-members", "line-refused", "line-uncounted"] as const),
  ...(["table-step", "table-last-step", "table-point", "table-between"] as const),
  ...(["table-before", "table-after"] as const),
  ...(["stage-off", "stage-condition", "stage-no-line", "stage-passed"] as const),
  ...(["stage-no-baseline", "stage-together"] as const),
  ...(["floor-raised", "floor-kept", "cap-cut", "cap-kept"] as const),
  ...(["bounds-raised", "bounds-scaled", "bounds-cut", "bounds-kept", "bounds-group"] as const),
  ...(["bounds-paid-by-caps", "bounds-paid-by-both", "bounds-paid-by-envelope"] as const),
  ...(["pool-given", "pool-given-part", "pool-counted", "pool-made", "pool-granted"] as const),
  ...(["pool-share", "pool-rounded-share", "pool-no-weight", "pool-left"] as const),
  ...(["fill-change", "fill-taken", "fill-full", "fill-not-reached", "fill-left"] as const),
  ...(["fit-envelope", "fit-estimates", "fit-factor", "fit-bounded", "fit-kept"] as const),
  ...(["fit-floor", "fit-ceiling", "fit-debt", "fit-left", "last-unit"] as const),
  ...(["rate-lever", "rate-target", "rate-tolerance", "rate-here"] as const),
] as const;

export type TraceSentence = {
  readonly code: (typeof TRACE_SENTENCES)[number];
  readonly facts: readonly { readonly name: string; readonly value: TraceValue }[];
};

export type TraceNode = {
  readonly kind:
    | "line"
    | "estimate"
    | "rounding"
    | "formula"
    | "case"
    | "sum"
    | "cell"
    | "parameter"
    | "fact"
    | "attribute"
    | "calendar"
    /** A sum or count over organisations; what the one at hand has in it is a part. */
    | "total"
    | "table"
    | "mapping"
    /** Whether the register has a row. */
    | "presence"
    /** A line before any stage. */
    | "line-amount"
    /** What one stage made of a line. */
    | "stage"
    | "stage-result"
    | "rate"
    /** A piece of a stage, a rate or a total, named by what it is there: bound, weight, target. */
    | "part";
  /** The name of the formula, parameter, fact or attribute; the label of a case. */
  readonly id: string;
  readonly label: Label | undefined;
  readonly key: TraceKey;
  readonly value: TraceValue;
  /** The amount before a stage. */
  readonly before: TraceValue | undefined;
  readonly sentences: readonly TraceSentence[];
  /** The cases by which a line was paid: the formula that names them, and the name. */
  readonly cases: readonly ChosenCase[];
  /** The formula as written, and with its values. */
  readonly expression: string | undefined;
  readonly withValues: TraceText | undefined;
  readonly rounding:
    | { readonly before: TraceValue; readonly places: number; readonly mode: RoundingMode }
    | undefined;
  readonly ground: TraceGround | undefined;
  /** The row of the register that the value was read from. */
  readonly counted: RowSource | undefined;
  readonly status: ProvisionStatus | undefined;
  readonly inputs: readonly TraceNode[];
};

type NodeParts = Partial<Omit<TraceNode, "status">> & Pick<TraceNode, "kind" | "id" | "value">;

/** A node whose status is the weakest of its own ground and of its inputs. */
export function traceNode(parts: NodeParts): TraceNode {
  const inputs = parts.inputs ?? [];
  const statuses = [parts.ground?.status, ...inputs.map(({ status }) => status)].filter(
    (status) => status !== undefined,
  );
  return {
    label: undefined,
    key: [],
    before: undefined,
    sentences: [],
    cases: [],
    expression: undefined,
    withValues: undefined,
    rounding: undefined,
    ground: undefined,
    counted: undefined,
    ...parts,
    inputs,
    status: statuses.length === 0 ? undefined : weakestStatus(statuses),
  };
}

/** A sentence about named values. */
export function sentence(
  code: TraceSentence["code"],
  facts: Readonly<Record<string, TraceValue>> = {},
): TraceSentence {
  return { code, facts: Object.entries(facts).map(([name, value]) => ({ name, value })) };
}

/** How many there are. */
export function countValue(count: number): TraceValue {
  return { kind: "number", exact: `${count}`, unit: "1" };
}

export function numberValue(value: Ratio, unit: string): TraceValue {
  return { kind: "number", exact: exactText(value), unit };
}

/** Plain digits, or a fraction in lowest terms where no finite decimal has the value. */
export function exactText(value: Ratio): string {
  const digits = findFiniteDigits(value);
  if (digits !== undefined) return digits;
  const { numerator, denominator } = reduceRatio(value);
  return `${numerator}/${denominator}`;
}

/** The ground of a value or rule that has no dates of its own. */
export function undatedGround({ status, provision, source }: Provenance): TraceGround {
  return {
    ...{ status, source },
    act: provision?.act.label,
    locator: provision?.locator,
    validFrom: undefined,
    validUntil: undefined,
    knownFrom: undefined,
    replaced: undefined,
  };
}

/** The ground of a dated value or rule. */
export function datedGround(
  rule: Provenance & { readonly validity: Validity; readonly knownFrom: CalendarDate },
): TraceGround {
  const { validity, knownFrom } = rule;
  return {
    ...undatedGround(rule),
    validFrom: validity.from === FIRST_DAY ? undefined : validity.from,
    validUntil: validity.to === undefined ? undefined : dayBefore(validity.to),
    knownFrom: knownFrom === FIRST_DAY ? undefined : knownFrom,
  };
}
