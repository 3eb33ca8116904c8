/** Registers: summaries, and writing and reading a whole one. */
import type { ParsedRegister } from "@zhanbasy/core";
import { desc, eq, sql } from "drizzle-orm";
import type { RegisterSummary } from "../contract.ts";
import type { RegisterStore } from "../usecases/ports.ts";
import { type Database, pageOf } from "./database.ts";
import { findRegisterColumns } from "./register-columns.ts";
import { saveRegister } from "./save-register.ts";
import { registerSnapshots } from "./schema.ts";

const SUMMARY = {
  hash: registerSnapshots.hash,
  name: registerSnapshots.name,
  isDemonstration: registerSnapshots.isDemonstration,
  createdAt: registerSnapshots.createdAt,
  organisationCount: registerSnapshots.organisationCount,
  headcountCount: registerSnapshots.headcountCount,
};

/** Registers of a database that was migrated. */
export function createRegisterStore(database: Database): RegisterStore {
  return {
    save: (register) => saveRegister(database, register),
    list: async ({ limit, after }) => {
      const { createdAt, hash } = registerSnapshots;
      const rows = await database
        .select(SUMMARY)
        .from(registerSnapshots)
        .where(
          after === undefined
            ? undefined
            : sql`(${createdAt}, ${hash}) < (select last.created_at, last.hash from ${registerSnapshots} as last where last.hash = ${after})`,
        )
        .orderBy(desc(createdAt), desc(hash))
        .limit(limit + 1);
      return pageOf(rows, limit, { item: summaryOf, cursor: (row) => row.hash });
    },
    find: async (hash) => {
      const [row] = await database
        .select(SUMMARY)
        .from(registerSnapshots)
        .where(eq(registerSnapshots.hash, hash));
      return row === undefined ? undefined : summaryOf(row);
    },
    findColumns: (hash) => findRegisterColumns(database, hash),
    findWarnings: async (hash) => {
      const [row] = await database
        .select({ warnings: registerSnapshots.warnings })
        .from(registerSnapshots)
        .where(eq(registerSnapshots.hash, hash));
      return row?.warnings as ParsedRegister["warnings"] | undefined;
    },
  };
}

type SummaryRow = Omit<RegisterSummary, "createdAt"> & { readonly createdAt: Date };

function summaryOf(row: SummaryRow): RegisterSummary {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
