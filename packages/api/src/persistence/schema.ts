/**
 * The tables: snapshots of registers, methodologies, runs and their lines.
 *
 * Every row is written once: triggers of the migrations refuse UPDATE, DELETE and TRUNCATE. Amounts
 * are numeric whole tiyn and come back as text. `position` keeps the order of the lists in memory,
 * which is the same on every machine, whatever the collation of the database.
 */
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  json,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

const createdAt = () => timestamp("created_at", { withTimezone: true }).notNull();
const amountTiyn = () => numeric("amount_tiyn", { precision: 30, scale: 0 }).notNull();

/** One register at one moment, known by the hash of its content. */
export const registerSnapshots = pgTable(
  "register_snapshots",
  {
    hash: text().primaryKey(),
    /** A short name for the rows of the snapshot; the outside knows the hash only. */
    id: integer().notNull().generatedAlwaysAsIdentity().unique(),
    name: text().notNull(),
    isDemonstration: boolean("is_demonstration").notNull(),
    organisationCount: integer("organisation_count").notNull(),
    headcountCount: integer("headcount_count").notNull(),
    factCount: integer("fact_count").notNull().default(0),
    estimateCount: integer("estimate_count").notNull(),
    lastYearCount: integer("last_year_count").notNull(),
    /** What looked strange when the register was read. */
    warnings: json().notNull(),
    createdAt: createdAt(),
  },
  (table) => [check("register_snapshots_hash", sql`${table.hash} ~ '^[0-9a-f]{64}$'`)],
);

const snapshotId = () =>
  integer("snapshot_id")
    .notNull()
    .references(() => registerSnapshots.id);
const position = () => integer().notNull();
/** The position in the sources of the snapshot, and the row of that file. */
const rowSource = () => ({ source: smallint().notNull(), row: integer().notNull() });

/** Files and sheets that a snapshot was read from. */
export const registerSources = pgTable(
  "register_sources",
  { snapshotId: snapshotId(), position: position(), file: text().notNull(), sheet: text() },
  (table) => [primaryKey({ columns: [table.snapshotId, table.position] })],
);

/** Organisations of a snapshot, sorted by their id. */
export const organisations = pgTable(
  "organisations",
  {
    snapshotId: snapshotId(),
    position: position(),
    organisationId: text("organisation_id").notNull(),
    nameRu: text("name_ru").notNull(),
    nameKk: text("name_kk").notNull(),
    openedOn: text("opened_on").notNull(),
    closedOn: text("closed_on"),
    successorIds: text("successor_ids").array().notNull(),
    attributes: jsonb().notNull(),
    ...rowSource(),
  },
  (table) => [
    primaryKey({ columns: [table.snapshotId, table.position] }),
    unique("organisations_once").on(table.snapshotId, table.organisationId),
  ],
);

/** Counts of people of a snapshot, sorted by their key. */
export const headcounts = pgTable(
  "headcounts",
  {
    snapshotId: snapshotId(),
    position: position(),
    organisationId: text("organisation_id").notNull(),
    measure: text().notNull(),
    period: text().notNull(),
    tier: text().notNull(),
    levelOrGroup: text("level_or_group").notNull(),
    programme: text().notNull(),
    childCategory: text("child_category").notNull(),
    headcount: integer().notNull(),
    ...rowSource(),
  },
  (table) => [
    primaryKey({ columns: [table.snapshotId, table.position] }),
    check("headcounts_not_negative", sql`${table.headcount} >= 0`),
  ],
);

/** Numbers of a snapshot under the names of facts, sorted by their key. */
export const registerFacts = pgTable(
  "register_facts",
  {
    snapshotId: snapshotId(),
    position: position(),
    organisationId: text("organisation_id").notNull(),
    fact: text().notNull(),
    period: text().notNull(),
    key: text().notNull(),
    /** Plain digits, as exact as they were written. */
    value: text().notNull(),
    ...rowSource(),
  },
  (table) => [primaryKey({ columns: [table.snapshotId, table.position] })],
);

/** Amounts of a snapshot outside the formula; an empty organisation is citywide. */
export const estimates = pgTable(
  "estimates",
  {
    snapshotId: snapshotId(),
    position: position(),
    lineId: text("line_id").notNull(),
    budgetYear: integer("budget_year").notNull(),
    organisationId: text("organisation_id").notNull(),
    tier: text().notNull(),
    budgetCode: text("budget_code").notNull(),
    nameRu: text("name_ru").notNull(),
    amountTiyn: amountTiyn(),
    status: text().notNull(),
    note: text().notNull(),
    ...rowSource(),
  },
  (table) => [primaryKey({ columns: [table.snapshotId, table.position] })],
);

/** Lines of the year before, as imported with a snapshot. */
export const lastYearLines = pgTable(
  "last_year_lines",
  {
    snapshotId: snapshotId(),
    position: position(),
    organisationId: text("organisation_id").notNull(),
    tier: text().notNull(),
    budgetCode: text("budget_code").notNull(),
    method: text({ enum: ["formula", "estimate"] }).notNull(),
    childMonths: integer("child_months"),
    amountTiyn: amountTiyn(),
    ...rowSource(),
  },
  (table) => [primaryKey({ columns: [table.snapshotId, table.position] })],
);

/** A methodology, known by the hash of what decides a figure, with its documents as they were. */
export const methodologies = pgTable(
  "methodologies",
  {
    hash: text().primaryKey(),
    methodologyId: text("methodology_id").notNull(),
    label: json().notNull(),
    isDemonstration: boolean("is_demonstration").notNull(),
    years: integer().array().notNull(),
    /** Not jsonb, which would sort the keys. */
    documents: json().notNull(),
    createdAt: createdAt(),
  },
  (table) => [check("methodologies_hash", sql`${table.hash} ~ '^[0-9a-f]{64}$'`)],
);

/** A calculation: which inputs, when known, and what came of it. */
export const calculationRuns = pgTable(
  "calculation_runs",
  {
    id: uuid().primaryKey(),
    registerHash: text("register_hash")
      .notNull()
      .references(() => registerSnapshots.hash),
    methodologyHash: text("methodology_hash")
      .notNull()
      .references(() => methodologies.hash),
    budgetYear: integer("budget_year").notNull(),
    knownOn: text("known_on").notNull(),
    envelopeTiyn: numeric("envelope_tiyn", { precision: 30, scale: 0 }),
    envelopeStatus: text("envelope_status", {
      enum: ["enacted", "local", "secondary", "draft", "assumed"],
    }),
    resultHash: text("result_hash").notNull(),
    engineVersion: text("engine_version").notNull(),
    totalTiyn: numeric("total_tiyn", { precision: 30, scale: 0 }).notNull(),
    organisationCount: integer("organisation_count").notNull(),
    lineCount: integer("line_count").notNull(),
    /** What pays each line, by the name of the line. */
    lineLabels: json("line_labels").notNull(),
    assumed: json().notNull(),
    warnings: json().notNull(),
    /** Values without a confirmed act that reached some line. */
    weak: json().notNull().default([]),
    /** What a person called it. */
    name: text(),
    /** The scenario it is of, and at which revision; none where the city stands as it is. */
    scenarioId: uuid("scenario_id"),
    revision: integer(),
    /** All that the scenario and those it stands on say, as one document. */
    scenario: json(),
    /** The hash of all that decides figures, the scenario among it. */
    identity: text(),
    createdAt: createdAt(),
  },
  (table) => [
    index("calculation_runs_scenario").on(table.scenarioId),
    check(
      "calculation_runs_envelope",
      sql`(${table.envelopeTiyn} is null) = (${table.envelopeStatus} is null)`,
    ),
  ],
);

/** The lines of a run, sorted by organisation, tier, budget code and method. */
export const allocationLines = pgTable(
  "allocation_lines",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => calculationRuns.id),
    position: position(),
    organisationId: text("organisation_id").notNull(),
    tier: text().notNull(),
    budgetCode: text("budget_code").notNull(),
    method: text({ enum: ["formula", "estimate"] }).notNull(),
    amountTiyn: amountTiyn(),
    /** Exact digits or a fraction `n/d`. */
    headcount: text(),
    /** The formulas that name their cases, each with the chosen one; absent where there is none. */
    cases: jsonb(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.position] }),
    unique("allocation_lines_once").on(
      table.runId,
      table.organisationId,
      table.tier,
      table.budgetCode,
      table.method,
    ),
  ],
);
