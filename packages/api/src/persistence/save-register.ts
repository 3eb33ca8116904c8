/** Writes a snapshot in a few statements: a list is sent as one array a column. */
import type { Organisation, RegisterSnapshot } from "@zhanbasy/core";
import { type SQL, sql } from "drizzle-orm";
import type { NewRegister } from "../usecases/ports.ts";
import type { Database } from "./database.ts";
import { insertList, type ListColumn, listColumn } from "./insert-list.ts";
import {
  estimates,
  headcounts,
  lastYearLines,
  organisations,
  registerFacts,
  registerSnapshots,
  registerSources,
} from "./schema.ts";

type RowSource = Organisation["source"];

/**
 * One transaction. Where two keep the same register at once, the second waits for the first and
 * then writes nothing.
 */
export async function saveRegister(database: Database, register: NewRegister): Promise<void> {
  const { snapshot } = register;
  const isNew = await database.transaction(async (transaction) => {
    const [kept] = await transaction
      .insert(registerSnapshots)
      .values({
        hash: register.hash,
        name: register.name,
        isDemonstration: register.isDemonstration,
        organisationCount: snapshot.organisations.length,
        headcountCount: snapshot.headcounts.length,
        factCount: snapshot.facts.length,
        estimateCount: snapshot.estimates.length,
        lastYearCount: snapshot.lastYear.length,
        warnings: register.warnings,
        createdAt: register.createdAt,
      })
      .onConflictDoNothing({ target: registerSnapshots.hash })
      .returning({ id: registerSnapshots.id });
    if (kept === undefined) return false;
    const sources = collectSources(snapshot);
    for (const statement of statements(kept.id, snapshot, sources)) {
      await transaction.execute(statement);
    }
    return true;
  });
  // Until it has seen so many new rows, the database would read them by way of the disk.
  if (isNew) await database.execute(sql`select analyze_registers()`);
}

type Sources = {
  readonly list: readonly RowSource[];
  readonly positionOf: (source: RowSource) => number;
};

/** The files and sheets that rows were read from, each once. */
function collectSources({
  organisations: bodies,
  headcounts: counts,
  facts,
  estimates: amounts,
  lastYear,
}: RegisterSnapshot): Sources {
  const found = new Map<string, { readonly position: number; readonly source: RowSource }>();
  for (const { source } of [...bodies, ...counts, ...facts, ...amounts, ...lastYear]) {
    const name = nameOf(source);
    if (!found.has(name)) found.set(name, { position: found.size, source });
  }
  return {
    list: [...found.values()].map(({ source }) => source),
    positionOf: (source) => found.get(nameOf(source))?.position ?? -1,
  };
}

function nameOf({ file, sheet }: RowSource): string {
  return sheet === undefined ? file : `${file}\n${sheet}`;
}

function statements(
  snapshotId: number,
  snapshot: RegisterSnapshot,
  sources: Sources,
): readonly SQL[] {
  const owner = { column: "snapshot_id", type: "integer", id: snapshotId } as const;
  const place = <Row extends { readonly source: RowSource }>(rows: readonly Row[]) => [
    listColumn("source", "smallint", rows, ({ source }) => sources.positionOf(source)),
    listColumn("row", "integer", rows, ({ source }) => source.row),
  ];
  return [
    insertList(registerSources, owner, [
      listColumn("file", "text", sources.list, ({ file }) => file),
      listColumn("sheet", "text", sources.list, ({ sheet }) => sheet ?? null),
    ]),
    insertList(organisations, owner, [
      ...organisationColumns(snapshot.organisations),
      ...place(snapshot.organisations),
    ]),
    insertList(headcounts, owner, [
      ...headcountColumns(snapshot.headcounts),
      ...place(snapshot.headcounts),
    ]),
    insertList(registerFacts, owner, [...factColumns(snapshot.facts), ...place(snapshot.facts)]),
    insertList(estimates, owner, [
      ...estimateColumns(snapshot.estimates),
      ...place(snapshot.estimates),
    ]),
    insertList(lastYearLines, owner, [
      ...lastYearColumns(snapshot.lastYear),
      ...place(snapshot.lastYear),
    ]),
  ];
}

function organisationColumns(rows: RegisterSnapshot["organisations"]): readonly ListColumn[] {
  return [
    listColumn("organisation_id", "text", rows, ({ id }) => id),
    listColumn("name_ru", "text", rows, ({ nameRu }) => nameRu),
    listColumn("name_kk", "text", rows, ({ nameKk }) => nameKk),
    listColumn("opened_on", "text", rows, ({ openedOn }) => openedOn),
    listColumn("closed_on", "text", rows, ({ closedOn }) => closedOn ?? null),
    // Lists of different lengths make no array, so they travel as text.
    {
      ...listColumn("successor_ids", "text", rows, ({ successorIds }) => arrayText(successorIds)),
      cast: "text[]",
    },
    {
      ...listColumn("attributes", "text", rows, ({ attributes }) => attributesText(attributes)),
      cast: "jsonb",
    },
  ];
}

/** Ids of organisations have no quotes and no slashes, but one may read NULL. */
function arrayText(ids: readonly string[]): string {
  return `{${ids.map((id) => `"${id}"`).join(",")}}`;
}

function attributesText(attributes: Organisation["attributes"]): string {
  return JSON.stringify(Object.fromEntries(attributes));
}

function headcountColumns(rows: RegisterSnapshot["headcounts"]): readonly ListColumn[] {
  return [
    listColumn("organisation_id", "text", rows, ({ organisationId }) => organisationId),
    listColumn("measure", "text", rows, ({ measure }) => measure),
    listColumn("period", "text", rows, ({ period }) => period),
    listColumn("tier", "text", rows, ({ tier }) => tier),
    listColumn("level_or_group", "text", rows, (row) => row.level_or_group),
    listColumn("programme", "text", rows, ({ programme }) => programme),
    listColumn("child_category", "text", rows, (row) => row.child_category),
    listColumn("headcount", "integer", rows, ({ headcount }) => headcount),
  ];
}

function factColumns(rows: RegisterSnapshot["facts"]): readonly ListColumn[] {
  return [
    listColumn("organisation_id", "text", rows, ({ organisationId }) => organisationId),
    listColumn("fact", "text", rows, ({ fact }) => fact),
    listColumn("period", "text", rows, ({ period }) => period),
    listColumn("key", "text", rows, ({ key }) => key),
    listColumn("value", "text", rows, ({ value }) => value),
  ];
}

function estimateColumns(rows: RegisterSnapshot["estimates"]): readonly ListColumn[] {
  return [
    listColumn("line_id", "text", rows, ({ lineId }) => lineId),
    listColumn("budget_year", "integer", rows, ({ budgetYear }) => budgetYear),
    listColumn("organisation_id", "text", rows, ({ organisationId }) => organisationId),
    listColumn("tier", "text", rows, ({ tier }) => tier),
    listColumn("budget_code", "text", rows, ({ budgetCode }) => budgetCode),
    listColumn("name_ru", "text", rows, ({ nameRu }) => nameRu),
    listColumn("amount_tiyn", "numeric", rows, ({ amount }) => amount.toString()),
    listColumn("status", "text", rows, ({ status }) => status),
    listColumn("note", "text", rows, ({ note }) => note),
  ];
}

function lastYearColumns(rows: RegisterSnapshot["lastYear"]): readonly ListColumn[] {
  return [
    listColumn("organisation_id", "text", rows, ({ organisationId }) => organisationId),
    listColumn("tier", "text", rows, ({ tier }) => tier),
    listColumn("budget_code", "text", rows, ({ budgetCode }) => budgetCode),
    listColumn("method", "text", rows, ({ method }) => method),
    listColumn("child_months", "integer", rows, ({ childMonths }) => childMonths ?? null),
    listColumn("amount_tiyn", "numeric", rows, ({ amount }) => amount.toString()),
  ];
}
