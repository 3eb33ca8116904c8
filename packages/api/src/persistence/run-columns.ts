/** A run as columns for a sheet: organisations once, then one column of amounts a line. */
import { type ChosenCase, InvariantViolation, type Label, lineName } from "@zhanbasy/core";
import { asc, eq } from "drizzle-orm";
import type { RunColumns, RunLineColumn } from "../contract.ts";
import type { Database } from "./database.ts";
import { allocationLines, calculationRuns, organisations, registerSnapshots } from "./schema.ts";
import { attributeColumns } from "./word-column.ts";

/** The attributes by which a sheet groups and filters. */
const SHOWN_ATTRIBUTES = ["district", "organisation_type", "ownership", "location"];

type Line = typeof allocationLines.$inferSelect;

/**
 * The columns of a run; stops with an `InvariantViolation` when the lines do not add up to its
 * total.
 */
export async function findRunColumns(
  database: Database,
  runId: string,
): Promise<RunColumns | undefined> {
  const [run] = await database
    .select({
      snapshotId: registerSnapshots.id,
      totalTiyn: calculationRuns.totalTiyn,
      lineLabels: calculationRuns.lineLabels,
    })
    .from(calculationRuns)
    .innerJoin(registerSnapshots, eq(registerSnapshots.hash, calculationRuns.registerHash))
    .where(eq(calculationRuns.id, runId));
  if (run === undefined) return undefined;
  const [bodies, lines] = await Promise.all([
    readOrganisations(database, run.snapshotId),
    database
      .select()
      .from(allocationLines)
      .where(eq(allocationLines.runId, runId))
      .orderBy(asc(allocationLines.position)),
  ]);
  const total = lines.reduce((sum, { amountTiyn }) => sum + BigInt(amountTiyn), 0n);
  if (total.toString() !== run.totalTiyn) {
    throw new InvariantViolation(`run ${runId} adds up to its total`);
  }
  const labels = run.lineLabels as Readonly<Record<string, Label>>;
  const positions = new Map(bodies.ids.map((id, position) => [id, position]));
  return {
    runId,
    organisations: bodies,
    lines: [...groupByName(lines)]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, members]) => columnOf(name, members, { labels, positions })),
  };
}

async function readOrganisations(
  database: Database,
  snapshotId: number,
): Promise<RunColumns["organisations"]> {
  const rows = await database
    .select({
      id: organisations.organisationId,
      nameRu: organisations.nameRu,
      nameKk: organisations.nameKk,
      attributes: organisations.attributes,
    })
    .from(organisations)
    .where(eq(organisations.snapshotId, snapshotId))
    .orderBy(asc(organisations.position));
  return {
    ids: rows.map(({ id }) => id),
    namesRu: rows.map(({ nameRu }) => nameRu),
    namesKk: rows.map(({ nameKk }) => nameKk),
    attributes: attributeColumns(rows.map(({ attributes }) => shownOf(attributes))),
  };
}

function shownOf(attributes: unknown): Readonly<Record<string, string>> {
  const all = attributes as Readonly<Record<string, string>>;
  return Object.fromEntries(
    SHOWN_ATTRIBUTES.flatMap((name) => {
      const code = all[name];
      return code === undefined ? [] : [[name, code]];
    }),
  );
}

function groupByName(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const name = lineName(line);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [line]);
    else group.push(line);
  }
  return groups;
}

function columnOf(
  name: string,
  members: readonly Line[],
  known: {
    readonly labels: Readonly<Record<string, Label>>;
    readonly positions: ReadonlyMap<string, number>;
  },
): RunLineColumn {
  const [first] = members;
  if (first === undefined) throw new InvariantViolation("a group has a line");
  const { tier, budgetCode, method } = first;
  const own = members.filter(({ organisationId }) => organisationId !== "");
  const citywide = members.find(({ organisationId }) => organisationId === "");
  return {
    line: name,
    label: known.labels[name] ?? null,
    ...{ tier, budgetCode, method },
    rows: own.map(({ organisationId }) => positionOf(organisationId, known.positions)),
    amountsTiyn: own.map(({ amountTiyn }) => amountTiyn),
    headcounts: own.map(({ headcount }) => headcount),
    cases: own.some(({ cases }) => cases !== null) ? own.map(({ cases }) => casesOf(cases)) : null,
    citywideTiyn: citywide?.amountTiyn ?? null,
  };
}

/** The cases of a line as they were kept. */
export function casesOf(kept: unknown): readonly ChosenCase[] {
  return (kept ?? []) as readonly ChosenCase[];
}

function positionOf(id: string, positions: ReadonlyMap<string, number>): number {
  const position = positions.get(id);
  if (position === undefined) throw new InvariantViolation(`${id} is in the register of the run`);
  return position;
}
