/**
 * What was issued, and what it rests on: grounds of values, decisions on findings, the journal.
 *
 * All rows are written once; a later row says what holds now.
 */
import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  json,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { calculationRuns, registerSnapshots } from "./schema.ts";
import { people } from "./schema-people.ts";
import { scenarios } from "./schema-scenarios.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });
const personColumn = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => people.id);

/** A run that was issued, under a seal. */
export const publications = pgTable(
  "publications",
  {
    id: uuid().primaryKey(),
    scenarioId: uuid("scenario_id")
      .notNull()
      .references(() => scenarios.id),
    revision: integer().notNull(),
    runId: uuid("run_id")
      .notNull()
      .references(() => calculationRuns.id),
    kind: text({ enum: ["preliminary", "official"] }).notNull(),
    budgetYear: integer("budget_year").notNull(),
    /** Issues of a budget year are counted from one. */
    number: integer().notNull(),
    issuedBy: personColumn("issued_by"),
    issuedAt: moment("issued_at").notNull(),
    supersedes: uuid(),
    /** The grounds that had been confirmed for the values inside. */
    grounds: json().notNull(),
    /** The findings that stood, with their waivers. */
    findings: json().notNull(),
    /** The hash of everything above and of the run. */
    seal: text().notNull(),
  },
  (table) => [unique("publications_number").on(table.budgetYear, table.number)],
);

/** An act and clause entered for a value that had none; it counts when a second person confirms. */
export const grounds = pgTable(
  "grounds",
  {
    id: uuid().primaryKey(),
    /** The canonical name of the value with its digits and dates. */
    subject: text().notNull(),
    status: text({ enum: ["enacted", "local"] }).notNull(),
    act: text().notNull(),
    clause: text().notNull(),
    enteredBy: personColumn("entered_by"),
    enteredAt: moment("entered_at").notNull(),
  },
  (table) => [index("grounds_subject").on(table.subject)],
);

export const groundConfirmations = pgTable("ground_confirmations", {
  groundId: uuid("ground_id")
    .primaryKey()
    .references(() => grounds.id),
  confirmedBy: personColumn("confirmed_by"),
  confirmedAt: moment("confirmed_at").notNull(),
});

/** Whose a finding is, and why it may stand; the last decision of each kind holds. */
export const findingDecisions = pgTable(
  "finding_decisions",
  {
    id: uuid().primaryKey(),
    registerHash: text("register_hash")
      .notNull()
      .references(() => registerSnapshots.hash),
    /** The name of the finding, the same each time the register is checked. */
    finding: text().notNull(),
    kind: text({ enum: ["owner", "waiver", "waiver-withdrawn"] }).notNull(),
    owner: uuid().references(() => people.id),
    reason: text().notNull(),
    author: personColumn("author"),
    madeAt: moment("made_at").notNull(),
  },
  (table) => [index("finding_decisions_register").on(table.registerHash)],
);

/** The journal: each entry carries the hash of the one before it. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    sequence: bigint({ mode: "number" }).primaryKey(),
    madeAt: moment("made_at").notNull(),
    /** Nobody for what the product does by itself. */
    actor: uuid().references(() => people.id),
    action: text().notNull(),
    /** What it was done to: `scenario 4f0c…`. */
    subject: text().notNull(),
    /** Ids, numbers and codes; never names, addresses or passwords. */
    facts: json().notNull(),
    /** Two entries that follow the same one would make two chains. */
    previousHash: text("previous_hash").notNull().unique(),
    hash: text().notNull().unique(),
  },
  (table) => [
    index("audit_entries_subject").on(table.subject),
    check("audit_entries_hash", sql`${table.hash} ~ '^[0-9a-f]{64}$'`),
  ],
);
