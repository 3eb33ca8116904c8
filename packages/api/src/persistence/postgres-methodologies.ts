/** Methodologies, with the documents they were parsed from. */
import type { Label } from "@zhanbasy/core";
import { desc, eq, sql } from "drizzle-orm";
import type { MethodologyDocuments, MethodologySummary } from "../contract.ts";
import type { MethodologyStore } from "../usecases/ports.ts";
import { type Database, pageOf } from "./database.ts";
import { methodologies } from "./schema.ts";

const SUMMARY = {
  hash: methodologies.hash,
  id: methodologies.methodologyId,
  label: methodologies.label,
  isDemonstration: methodologies.isDemonstration,
  years: methodologies.years,
  createdAt: methodologies.createdAt,
};

/** Methodologies of a database that was migrated. */
export function createMethodologyStore(database: Database): MethodologyStore {
  return {
    save: async ({ hash, methodology, documents, createdAt }) => {
      const { id, label, isDemonstration, years } = methodology;
      await database
        .insert(methodologies)
        .values({
          ...{ hash, methodologyId: id, label, isDemonstration, documents, createdAt },
          years: [...years],
        })
        .onConflictDoNothing();
    },
    list: async ({ limit, after }) => {
      const { createdAt, hash } = methodologies;
      const rows = await database
        .select(SUMMARY)
        .from(methodologies)
        .where(
          after === undefined
            ? undefined
            : sql`(${createdAt}, ${hash}) < (select created_at, hash from ${methodologies} as last where last.hash = ${after})`,
        )
        .orderBy(desc(createdAt), desc(hash))
        .limit(limit + 1);
      return pageOf(rows, limit, { item: summaryOf, cursor: (row) => row.hash });
    },
    find: async (hash) => {
      const [row] = await database
        .select(SUMMARY)
        .from(methodologies)
        .where(eq(methodologies.hash, hash));
      return row === undefined ? undefined : summaryOf(row);
    },
    findDocuments: async (hash) => {
      const [row] = await database
        .select({ documents: methodologies.documents })
        .from(methodologies)
        .where(eq(methodologies.hash, hash));
      return row?.documents as MethodologyDocuments | undefined;
    },
  };
}

type SummaryRow = Omit<MethodologySummary, "label" | "createdAt"> & {
  readonly label: unknown;
  readonly createdAt: Date;
};

function summaryOf(row: SummaryRow): MethodologySummary {
  return { ...row, label: row.label as Label, createdAt: row.createdAt.toISOString() };
}
