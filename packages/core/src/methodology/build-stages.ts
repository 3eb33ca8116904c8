/** Stages of all documents: wordings of one name agree, and no two run at once. */
import { issue, type Place } from "../kernel/index.ts";
import { equalUnits, formatUnit, type Unit } from "../money/index.ts";
import { overlap } from "../time/index.ts";
import { buildStage, type StageDocument } from "./build-stage.ts";
import {
  type Definitions,
  type Entry,
  inside,
  type Reporter,
  wordingsByName,
} from "./definitions.ts";
import { type Names, resultsOf, signaturesOfHeads, unitFrom } from "./names.ts";
import { linesOfStage, type Stage } from "./stage.ts";
import type { StageContext } from "./stage-references.ts";

type StageEntries = ReadonlyMap<string, readonly Entry<StageDocument>[]>;
type RateEntry = {
  readonly id: string;
  readonly unit: Unit;
  readonly place: Place;
  readonly stage: Entry<StageDocument>;
};

/** Stage documents by name; the last layer that has a name brings all wordings of it. */
export function gatherStages(definitions: Definitions): StageEntries {
  return wordingsByName(definitions.section("stages"), ({ stage }) => stage);
}

/** What each stage gives to expressions, before any text is read. */
export function stageSignatures(entries: StageEntries, report: Reporter): Names["stageSignatures"] {
  const documents = [...entries.values()].flat();
  reportRates(documents.flatMap(ratesOf), report);
  for (const wordings of entries.values()) reportPools(wordings, report);
  return signaturesOfHeads(
    documents.map((entry) => ({
      id: entry.value.stage,
      kind: entry.value.kind,
      by: "by" in entry.value ? entry.value.by : undefined,
      rates: ratesOf(entry),
      touched: linesOfStage(entry.value),
    })),
  );
}

/** The names that stages give to values, each with its kind and where it is given. */
export function namesOfStages(
  entries: StageEntries,
): readonly { readonly kind: string; readonly name: string; readonly place: Place }[] {
  return [...entries.values()].flat().flatMap((entry) => {
    const { stage, kind } = entry.value;
    const results = resultsOf(kind).map((result) => `${stage}.${result}`);
    const rates = ratesOf(entry).map(({ id: name, place }) => ({ kind: "rate", name, place }));
    const { place } = entry;
    return [...[stage, ...results].map((name) => ({ kind: "stage", name, place })), ...rates];
  });
}

/** Every wording of every stage, by order. */
export function buildStages(entries: StageEntries, context: StageContext): readonly Stage[] {
  const stages = [...entries.values()].flat().map((entry) => buildStage(entry, context));
  const { report } = context;
  stages.forEach((stage, position) => {
    const earlier = stages.slice(0, position);
    const atOnce = earlier.filter(({ validity }) => overlap(validity, stage.validity));
    for (const { id, order, knownFrom } of atOnce) {
      if (id === stage.id && knownFrom === stage.knownFrom) {
        report(issue("definition-duplicate", stage.place, { name: id, kind: "stage" }));
      } else if (id !== stage.id && order === stage.order) {
        const facts = { stage: stage.id, other: id };
        report(issue("stage-order", inside(stage.place, "order"), facts));
      }
    }
  });
  return stages.toSorted((left, right) => left.order - right.order);
}

function ratesOf(stage: Entry<StageDocument>): readonly RateEntry[] {
  const { value, place } = stage;
  if (value.kind !== "solve") return [];
  return value.rates.map(({ rate: id, unit }, position) => {
    return { id, unit: unitFrom(unit), place: inside(place, "rates", position, "rate"), stage };
  });
}

/** A rate belongs to one stage, stands in it once and keeps its unit. */
function reportRates(rates: readonly RateEntry[], report: Reporter): void {
  rates.forEach(({ id: name, unit, place, stage }, position) => {
    const known = rates.slice(0, position).filter(({ id }) => id === name);
    const isTwice = known.some(
      (other) => other.stage === stage || other.stage.value.stage !== stage.value.stage,
    );
    if (isTwice) report(issue("definition-duplicate", place, { name, kind: "rate" }));
    const [first] = known;
    if (first === undefined || isTwice || equalUnits(first.unit, unit)) return;
    const facts = { name, expected: formatUnit(first.unit), found: formatUnit(unit) };
    report(issue("formula-signature", place, facts));
  });
}

/** The groups of a pool are the dimensions of its results: all wordings have the same. */
function reportPools(wordings: readonly Entry<StageDocument>[], report: Reporter): void {
  const pools = wordings.flatMap(({ value, place }) =>
    value.kind === "pool" ? [{ name: value.stage, place, by: groupsText(value.by) }] : [],
  );
  for (const { name, place, by } of pools.slice(1)) {
    const expected = pools[0]?.by ?? "";
    if (by === expected) continue;
    report(issue("formula-signature", inside(place, "by"), { name, expected, found: by }));
  }
}

function groupsText(by: readonly string[] = []): string {
  return `[${by.join(", ")}]`;
}
