/** What the stages of a run did, in a few figures each; amounts as text in tenge. */
import {
  type CalculationRun,
  formatRatio,
  formatTenge,
  roundToTiyn,
  sumTiyn,
  tiyn,
} from "@zhanbasy/core";

const NOTHING = { numerator: 0n, denominator: 1n };

/** A limit and what stands under it; negative headroom is a deficit. */
export type LimitSummary = {
  readonly stage: string;
  /** Empty text for the whole city. */
  readonly group: string;
  readonly limit: string;
  readonly total: string;
  readonly headroom: string;
};

/** What a stage changed: `raised` less `lowered` is `envelope` less `leftOver`. */
export type StageSummary = {
  readonly stage: string;
  /** Whether its switch was on. */
  readonly on: boolean;
  /** Lines that it changed. */
  readonly rows: number;
  readonly raised: string;
  readonly lowered: string;
  /** What the envelope gave; negative where it saved. */
  readonly envelope: string;
  readonly leftOver: string;
};

/** A rate that was found, and how near the total came to its target. */
export type SolvedSummary = {
  readonly stage: string;
  readonly rate: string;
  readonly value: string;
  readonly total: string;
  readonly target: string;
};

/** Each is there only where the methodology has such stages. */
export type StageSummaries = {
  readonly limits?: readonly LimitSummary[];
  readonly stages?: readonly StageSummary[];
  readonly solved?: readonly SolvedSummary[];
};

/** What a reader must know of the stages, by order. */
export function summarizeStages(run: CalculationRun): StageSummaries {
  const kinds = run.outcomes.map(({ stage }) => stage.kind);
  const changes = kinds.some((kind) => kind !== "limit" && kind !== "solve");
  return {
    ...(kinds.includes("limit") ? { limits: limitsOf(run) } : {}),
    ...(changes ? { stages: changesOf(run) } : {}),
    ...(kinds.includes("solve") ? { solved: solvedOf(run) } : {}),
  };
}

function limitsOf({ outcomes }: CalculationRun): readonly LimitSummary[] {
  return outcomes
    .filter(({ stage, isOn }) => stage.kind === "limit" && isOn)
    .flatMap(({ stage, groups }) =>
      [...groups.values()].map(({ name, figures }) => {
        const { envelope = NOTHING, estimates = NOTHING, after = NOTHING } = figures;
        const limit = roundToTiyn(envelope, "half-up");
        const total = sumTiyn([after, estimates].map((part) => roundToTiyn(part, "half-up")));
        return {
          ...{ stage: stage.id, group: name, limit: formatTenge(limit) },
          ...{ total: formatTenge(total), headroom: formatTenge(tiyn(limit - total)) },
        };
      }),
    );
}

function changesOf({ outcomes }: CalculationRun): readonly StageSummary[] {
  return outcomes
    .filter(({ stage }) => stage.kind !== "limit" && stage.kind !== "solve")
    .map(({ stage, isOn, items, groups }) => {
      const changes = [...items.values()].map(({ before, after }) => after - before);
      const amountOf = (parts: readonly bigint[]): string => formatTenge(sumTiyn(parts.map(tiyn)));
      return {
        ...{ stage: stage.id, on: isOn, rows: changes.filter((change) => change !== 0n).length },
        raised: amountOf(changes.filter((change) => change > 0n)),
        lowered: amountOf(changes.filter((change) => change < 0n).map((change) => -change)),
        envelope: amountOf([...groups.values()].map(({ given }) => given)),
        leftOver: amountOf([...groups.values()].map(({ left }) => left)),
      };
    });
}

function solvedOf({ outcomes, figures }: CalculationRun): readonly SolvedSummary[] {
  return outcomes.flatMap(({ stage, isOn }) => {
    const solution = stage.kind === "solve" && isOn ? figures.solutionOf(stage) : undefined;
    if (solution === undefined) return [];
    const { rates, total, target } = solution;
    return [...rates].map(([rate, value]) => ({
      ...{ stage: stage.id, rate, value: formatRatio(value) },
      ...{ total: formatRatio(total), target: formatRatio(target) },
    }));
  });
}
