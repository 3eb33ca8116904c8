/** One line of a staged city with what its explanation says of the stages. */
import { explainLine, type TraceNode, type TraceValue } from "../../packages/core/src/index.ts";
import { getValue } from "./get-value.ts";
import { KINDERGARTEN_CODE, SCHOOL_CODE } from "./school-methodology.ts";
import { type StagedCity, stagedRun } from "./staged-city.ts";

export const BASE = `secondary/${SCHOOL_CODE}/formula`;
export const EXTRA = `preschool/${KINDERGARTEN_CODE}/formula`;
export const GIFT = `overhead/${SCHOOL_CODE}/formula`;

export type ExplainedStage = {
  readonly trace: TraceNode;
  /** The last stage. */
  readonly told: TraceNode | undefined;
  /** The codes of its sentences. */
  readonly said: readonly string[];
};

export function explainedStage(
  stages: Parameters<typeof stagedRun>[0],
  city: StagedCity,
  organisation = "a",
  line = BASE,
): ExplainedStage {
  const trace = getValue(explainLine(stagedRun(stages, city), organisation, line));
  const told = trace.inputs.find(({ kind }) => kind === "stage");
  return { trace, told, said: (told?.sentences ?? []).map(({ code }) => code) };
}

/** The figures of a sentence by their names, as plain digits. */
export function factsOf(
  node: TraceNode | undefined,
  code: string,
): Readonly<Record<string, string>> {
  const facts = node?.sentences.find((each) => each.code === code)?.facts ?? [];
  return Object.fromEntries(facts.map(({ name, value }) => [name, exactOf(value)]));
}

/** Stages as `cap 80.00 → 70.00`, the last one first. */
export function stageTexts({ inputs }: TraceNode): readonly string[] {
  return inputs
    .filter(({ kind }) => kind === "stage")
    .map(({ id, before, value }) => `${id} ${exactOf(before)} → ${exactOf(value)}`);
}

function exactOf(value: TraceValue | undefined): string {
  return value?.kind === "number" ? value.exact : "";
}
