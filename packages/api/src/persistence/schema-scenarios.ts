/**
 * Scenarios and all that was ever said in them.
 *
 * A revision is one batch of edits and what came of it. Revisions, edits and steps stay for good;
 * of a scenario only name, state, newest revision and archive mark change. What holds at a revision
 * is the last edit of each cell up to it.
 */
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  json,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { calculationRuns, methodologies, registerSnapshots } from "./schema.ts";
import { people } from "./schema-people.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const SCENARIO_STATES = ["draft", "submitted", "approved", "issued", "superseded"] as const;

const STATUSES = ["enacted", "local", "secondary", "draft", "assumed"] as const;

export const scenarios = pgTable(
  "scenarios",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    /** The scenario and the revision of it on which this one stands; later ones change nothing. */
    parentId: uuid("parent_id"),
    parentRevision: integer("parent_revision"),
    registerHash: text("register_hash")
      .notNull()
      .references(() => registerSnapshots.hash),
    methodologyHash: text("methodology_hash")
      .notNull()
      .references(() => methodologies.hash),
    budgetYear: integer("budget_year").notNull(),
    knownOn: text("known_on").notNull(),
    /** The limit before any override of it. */
    envelopeTiyn: numeric("envelope_tiyn", { precision: 30, scale: 0 }),
    envelopeStatus: text("envelope_status", { enum: STATUSES }),
    state: text({ enum: SCENARIO_STATES }).notNull(),
    isArchived: boolean("is_archived").notNull(),
    /** The newest revision. */
    revision: integer().notNull(),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => people.id),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    foreignKey({ columns: [table.parentId], foreignColumns: [table.id] }),
    check("scenarios_parent", sql`(${table.parentId} is null) = (${table.parentRevision} is null)`),
  ],
);

const scenarioId = () =>
  uuid("scenario_id")
    .notNull()
    .references(() => scenarios.id);

/** A batch of edits and what the city comes to with it; the first one has no edits. */
export const scenarioRevisions = pgTable(
  "scenario_revisions",
  {
    scenarioId: scenarioId(),
    number: integer().notNull(),
    kind: text({ enum: ["created", "edited", "undone"] }).notNull(),
    /** Named by who sends it, so that sending it again changes nothing. */
    batchId: uuid("batch_id").notNull(),
    author: uuid()
      .notNull()
      .references(() => people.id),
    madeAt: moment("made_at").notNull(),
    /** The revision that it takes back. */
    undoes: integer(),
    engineVersion: text("engine_version").notNull(),
    /** The hash of all that decides figures. */
    identity: text().notNull(),
    resultHash: text("result_hash").notNull(),
    totalTiyn: numeric("total_tiyn", { precision: 30, scale: 0 }).notNull(),
    /** The limit as this revision has it, by an override of it or of a parent, if there is one. */
    limitTiyn: numeric("limit_tiyn", { precision: 30, scale: 0 }),
    limitStatus: text("limit_status", { enum: STATUSES }),
    /** By tier, district, budget code and method. */
    totals: json().notNull(),
    /** How many own overrides hold with it. */
    editCount: integer("edit_count").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.scenarioId, table.number] }),
    unique("scenario_revisions_batch").on(table.scenarioId, table.batchId),
  ],
);

/** What one revision says of one cell. */
export const scenarioEdits = pgTable(
  "scenario_edits",
  {
    scenarioId: scenarioId(),
    revision: integer().notNull(),
    position: integer().notNull(),
    /** The canonical name of the thing touched. */
    cell: text().notNull(),
    /** As in a scenario document; nothing where the parent's value returns. */
    override: json(),
    /** What this scenario said of the cell before; nothing where it said nothing. */
    previous: json(),
  },
  (table) => [
    primaryKey({ columns: [table.scenarioId, table.revision, table.position] }),
    foreignKey({
      columns: [table.scenarioId, table.revision],
      foreignColumns: [scenarioRevisions.scenarioId, scenarioRevisions.number],
    }),
    index("scenario_edits_cell").on(table.scenarioId, table.cell),
  ],
);

/** How a scenario went from state to state: who, when, with which revision and run. */
export const scenarioSteps = pgTable(
  "scenario_steps",
  {
    id: uuid().primaryKey(),
    scenarioId: scenarioId(),
    fromState: text("from_state", { enum: SCENARIO_STATES }).notNull(),
    toState: text("to_state", { enum: SCENARIO_STATES }).notNull(),
    revision: integer().notNull(),
    runId: uuid("run_id").references(() => calculationRuns.id),
    author: uuid()
      .notNull()
      .references(() => people.id),
    madeAt: moment("made_at").notNull(),
    reason: text().notNull(),
  },
  (table) => [index("scenario_steps_scenario").on(table.scenarioId)],
);
