CREATE TABLE "allocation_lines" (
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"organisation_id" text NOT NULL,
	"tier" text NOT NULL,
	"budget_code" text NOT NULL,
	"method" text NOT NULL,
	"amount_tiyn" numeric(30, 0) NOT NULL,
	"headcount" text,
	CONSTRAINT "allocation_lines_run_id_position_pk" PRIMARY KEY("run_id","position"),
	CONSTRAINT "allocation_lines_once" UNIQUE("run_id","organisation_id","tier","budget_code","method")
);
--> statement-breakpoint
CREATE TABLE "calculation_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"register_hash" text NOT NULL,
	"methodology_hash" text NOT NULL,
	"budget_year" integer NOT NULL,
	"known_on" text NOT NULL,
	"envelope_tiyn" numeric(30, 0),
	"envelope_status" text,
	"result_hash" text NOT NULL,
	"engine_version" text NOT NULL,
	"total_tiyn" numeric(30, 0) NOT NULL,
	"organisation_count" integer NOT NULL,
	"line_count" integer NOT NULL,
	"line_labels" json NOT NULL,
	"assumed" json NOT NULL,
	"warnings" json NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calculation_runs_envelope" CHECK (("calculation_runs"."envelope_tiyn" is null) = ("calculation_runs"."envelope_status" is null))
);
--> statement-breakpoint
CREATE TABLE "estimates" (
	"snapshot_id" integer NOT NULL,
	"position" integer NOT NULL,
	"line_id" text NOT NULL,
	"budget_year" integer NOT NULL,
	"organisation_id" text NOT NULL,
	"tier" text NOT NULL,
	"budget_code" text NOT NULL,
	"name_ru" text NOT NULL,
	"amount_tiyn" numeric(30, 0) NOT NULL,
	"status" text NOT NULL,
	"note" text NOT NULL,
	"source" smallint NOT NULL,
	"row" integer NOT NULL,
	CONSTRAINT "estimates_snapshot_id_position_pk" PRIMARY KEY("snapshot_id","position")
);
--> statement-breakpoint
CREATE TABLE "headcounts" (
	"snapshot_id" integer NOT NULL,
	"position" integer NOT NULL,
	"organisation_id" text NOT NULL,
	"measure" text NOT NULL,
	"period" text NOT NULL,
	"tier" text NOT NULL,
	"level_or_group" text NOT NULL,
	"programme" text NOT NULL,
	"child_category" text NOT NULL,
	"headcount" integer NOT NULL,
	"source" smallint NOT NULL,
	"row" integer NOT NULL,
	CONSTRAINT "headcounts_snapshot_id_position_pk" PRIMARY KEY("snapshot_id","position"),
	CONSTRAINT "headcounts_not_negative" CHECK ("headcounts"."headcount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "last_year_lines" (
	"snapshot_id" integer NOT NULL,
	"position" integer NOT NULL,
	"organisation_id" text NOT NULL,
	"tier" text NOT NULL,
	"budget_code" text NOT NULL,
	"method" text NOT NULL,
	"child_months" integer,
	"amount_tiyn" numeric(30, 0) NOT NULL,
	"source" smallint NOT NULL,
	"row" integer NOT NULL,
	CONSTRAINT "last_year_lines_snapshot_id_position_pk" PRIMARY KEY("snapshot_id","position")
);
--> statement-breakpoint
CREATE TABLE "methodologies" (
	"hash" text PRIMARY KEY NOT NULL,
	"methodology_id" text NOT NULL,
	"label" json NOT NULL,
	"is_demonstration" boolean NOT NULL,
	"years" integer[] NOT NULL,
	"documents" json NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "methodologies_hash" CHECK ("methodologies"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"snapshot_id" integer NOT NULL,
	"position" integer NOT NULL,
	"organisation_id" text NOT NULL,
	"name_ru" text NOT NULL,
	"name_kk" text NOT NULL,
	"opened_on" text NOT NULL,
	"closed_on" text,
	"successor_ids" text[] NOT NULL,
	"attributes" jsonb NOT NULL,
	"source" smallint NOT NULL,
	"row" integer NOT NULL,
	CONSTRAINT "organisations_snapshot_id_position_pk" PRIMARY KEY("snapshot_id","position"),
	CONSTRAINT "organisations_once" UNIQUE("snapshot_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "register_snapshots" (
	"hash" text PRIMARY KEY NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "register_snapshots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"is_demonstration" boolean NOT NULL,
	"organisation_count" integer NOT NULL,
	"headcount_count" integer NOT NULL,
	"estimate_count" integer NOT NULL,
	"last_year_count" integer NOT NULL,
	"warnings" json NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "register_snapshots_id_unique" UNIQUE("id"),
	CONSTRAINT "register_snapshots_hash" CHECK ("register_snapshots"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "register_sources" (
	"snapshot_id" integer NOT NULL,
	"position" integer NOT NULL,
	"file" text NOT NULL,
	"sheet" text,
	CONSTRAINT "register_sources_snapshot_id_position_pk" PRIMARY KEY("snapshot_id","position")
);
--> statement-breakpoint
ALTER TABLE "allocation_lines" ADD CONSTRAINT "allocation_lines_run_id_calculation_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."calculation_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calculation_runs" ADD CONSTRAINT "calculation_runs_register_hash_register_snapshots_hash_fk" FOREIGN KEY ("register_hash") REFERENCES "public"."register_snapshots"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calculation_runs" ADD CONSTRAINT "calculation_runs_methodology_hash_methodologies_hash_fk" FOREIGN KEY ("methodology_hash") REFERENCES "public"."methodologies"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimates" ADD CONSTRAINT "estimates_snapshot_id_register_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."register_snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "headcounts" ADD CONSTRAINT "headcounts_snapshot_id_register_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."register_snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "last_year_lines" ADD CONSTRAINT "last_year_lines_snapshot_id_register_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."register_snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_snapshot_id_register_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."register_snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_sources" ADD CONSTRAINT "register_sources_snapshot_id_register_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."register_snapshots"("id") ON DELETE no action ON UPDATE no action;