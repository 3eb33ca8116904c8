/**
 * Edits of a scenario: what a batch says of which cells, whether others have said otherwise of the
 * same things since, and what is left to be kept.
 */
import {
  cellOf,
  contentOf,
  fail,
  InvariantViolation,
  type Issue,
  isSameThing,
  type Override,
  ok,
  type Result,
  targetOf,
} from "@zhanbasy/core";
import type { EditConflict, OverrideJson, ScenarioRevision } from "../contract.ts";
import type { SaidOverride } from "./scenario-books.ts";
import { readOverrides, writeOverride } from "./scenario-overrides.ts";
import type { NewEdit } from "./scenario-ports.ts";

/** An override that is to hold, or the cell whose override is to go. */
export type BatchEdit = { readonly override: OverrideJson } | { readonly cell: string };

/** What is asked of one cell. */
export type AskedEdit = {
  readonly cell: string;
  /** Nothing where the override of the cell is to go. */
  readonly said: Override | undefined;
  /** Its place in the batch. */
  readonly position: number;
  /** Said again although it stands: what was said before it comes back above it. */
  readonly isRepeated: boolean;
};

/** One edit a cell, the last word on it; or every fault, its place beginning with `edits`. */
export function readEdits(edits: readonly BatchEdit[]): Result<readonly AskedEdit[]> {
  const placed = edits.flatMap((edit, position) =>
    "override" in edit ? [{ override: edit.override, position }] : [],
  );
  const read = readOverrides(placed.map(({ override }) => override));
  if (!read.ok) {
    const [first, ...others] = read.issues;
    const moved = (found: Issue): Issue => moveIssue(found, (place) => placed[place]?.position);
    return fail(moved(first), others.map(moved));
  }
  const asked = new Map<string, AskedEdit>();
  let next = 0;
  edits.forEach((edit, position) => {
    const said = "override" in edit ? read.value[next++] : undefined;
    const cell = "cell" in edit ? edit.cell : said === undefined ? "" : cellOf(said);
    asked.delete(cell);
    asked.set(cell, { cell, said, position, isRepeated: false });
  });
  return ok([...asked.values()]);
}

/** A fault of an override at its place in the batch; one of another override stays where it is. */
export function moveIssue(
  found: Issue,
  positionOf: (overridePlace: number) => number | undefined,
): Issue {
  const { file: _file, ...place } = found.place;
  const [list, at, ...rest] = place.path ?? [];
  const position = list === "overrides" && typeof at === "number" ? positionOf(at) : undefined;
  const path = position === undefined ? place.path : ["edits", position, "override", ...rest];
  return { ...found, place: { ...place, ...(path === undefined ? {} : { path }) } };
}

/** What happened to a cell in revisions that the sender did not know. */
type TouchedCell = {
  readonly cell: string;
  readonly base: Override | undefined;
  readonly theirs: Override | undefined;
  readonly by: Pick<EditConflict, "author" | "madeAt" | "revision">;
};

/** Cells that are otherwise now than at the revision the sender knew, by name. */
export type TouchedCells = ReadonlyMap<string, TouchedCell>;

/** What the revisions, the oldest first, have changed together. */
export function touchedBy(since: readonly ScenarioRevision[]): TouchedCells {
  const touched = new Map<string, TouchedCell>();
  for (const { edits, author, madeAt, number } of since) {
    for (const { cell, override, previous } of edits) {
      touched.set(cell, {
        cell,
        base: touched.has(cell) ? touched.get(cell)?.base : readKept(previous),
        theirs: readKept(override),
        by: { author, madeAt, revision: number },
      });
    }
  }
  return new Map([...touched].filter(([, { base, theirs }]) => !isSameWord(base, theirs)));
}

function readKept(document: OverrideJson | null): Override | undefined {
  if (document === null) return undefined;
  const read = readOverrides([document]);
  if (!read.ok) throw new InvariantViolation("kept overrides can be read");
  return read.value[0];
}

/** Whether both say the same, for the same reason. */
function isSameWord(left: Override | undefined, right: Override | undefined): boolean {
  return isSameContent(left, right) && left?.reason === right?.reason;
}

function isSameContent(left: Override | undefined, right: Override | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return contentOf(left) === contentOf(right);
}

/**
 * Edits of cells that somebody has changed otherwise since: of the same cell, or of a value on days
 * that overlap. Who says the same is no conflict.
 */
export function findConflicts(
  asked: readonly AskedEdit[],
  touched: TouchedCells,
): readonly EditConflict[] {
  if (touched.size === 0) return [];
  const byTarget = new Map<string, TouchedCell[]>();
  for (const each of touched.values()) {
    if (each.theirs === undefined) continue;
    const target = targetOf(each.theirs);
    byTarget.set(target, [...(byTarget.get(target) ?? []), each]);
  }
  return asked.flatMap(({ cell, said }) => {
    const own = touched.get(cell);
    if (own !== undefined) return isSameContent(own.theirs, said) ? [] : [conflictOf(own, said)];
    if (said === undefined) return [];
    const others = byTarget.get(targetOf(said)) ?? [];
    return others
      .filter(({ theirs }) => theirs !== undefined && isSameThing(theirs, said))
      .map((each) => conflictOf(each, said));
  });
}

function conflictOf(
  { cell, base, theirs, by }: TouchedCell,
  mine: Override | undefined,
): EditConflict {
  const written = (override: Override | undefined): OverrideJson | null =>
    override === undefined ? null : writeOverride(override);
  return { cell, base: written(base), theirs: written(theirs), mine: written(mine), ...by };
}

/** Those that change something; what others have said alike since stays theirs. */
export function effectiveEdits(
  asked: readonly AskedEdit[],
  own: readonly SaidOverride[],
  touched: TouchedCells,
): readonly AskedEdit[] {
  const standing = new Map(own.map((each, place) => [each.cell, { said: each.said, place }]));
  return asked.filter(({ cell, said, isRepeated }) => {
    const found = standing.get(cell);
    if (isRepeated || found === undefined) return isRepeated || said !== undefined;
    if (!isSameContent(found.said, said)) return true;
    const isTheirs = touched.has(cell) && said?.reason === "";
    if (!isTheirs && !isSameWord(found.said, said)) return true;
    return said !== undefined && isCovered(said, own.slice(found.place + 1));
  });
}

/** Whether one that was said later speaks of the same days. */
function isCovered(said: Override, later: readonly SaidOverride[]): boolean {
  return said.kind === "parameter" && later.some((each) => isSameThing(each.said, said));
}

/** Who says it, when, and in which revision. */
export type EditSignature = Pick<SaidOverride, "author" | "madeAt" | "revision">;

/** What holds after the edits. */
export function applyEdits(
  own: readonly SaidOverride[],
  edits: readonly AskedEdit[],
  signature: EditSignature,
): readonly SaidOverride[] {
  const gone = new Set(edits.map(({ cell }) => cell));
  return [
    ...own.filter(({ cell }) => !gone.has(cell)),
    ...edits.flatMap(({ cell, said }) =>
      said === undefined ? [] : [{ cell, said, override: writeOverride(said), ...signature }],
    ),
  ];
}

/** The edits as they are kept, each with what it takes the place of. */
export function newEdits(
  edits: readonly AskedEdit[],
  own: readonly SaidOverride[],
): readonly NewEdit[] {
  const standing = new Map(own.map(({ cell, override }) => [cell, override]));
  return edits.map(({ cell, said }) => ({
    cell,
    override: said === undefined ? undefined : writeOverride(said),
    previous: standing.get(cell),
  }));
}

/**
 * Edits that bring back what stood before a revision. Values on days that overlap come back in the
 * order in which they stood: those that had been said later are said again above them.
 */
export function inverseEdits(
  revision: Pick<ScenarioRevision, "edits">,
  before: readonly SaidOverride[],
): readonly AskedEdit[] {
  const places = new Map(before.map(({ cell }, place) => [cell, place]));
  const touched = new Set(revision.edits.map(({ cell }) => cell));
  const back = revision.edits.map(({ cell, previous }) => ({ cell, said: readKept(previous) }));
  const above = before.filter(
    (each, place) =>
      each.said.kind === "parameter" &&
      !touched.has(each.cell) &&
      back.some(
        ({ cell, said }) =>
          said !== undefined && (places.get(cell) ?? place) < place && isSameThing(said, each.said),
      ),
  );
  const placeOf = (cell: string): number => places.get(cell) ?? before.length;
  return [
    ...back.map((each) => ({ ...each, isRepeated: false })),
    ...above.map(({ cell, said }) => ({ cell, said, isRepeated: true })),
  ]
    .toSorted((left, right) => placeOf(left.cell) - placeOf(right.cell))
    .map((each, position) => ({ ...each, position }));
}
