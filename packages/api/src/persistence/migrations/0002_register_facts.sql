CREATE TABLE "register_facts" (
	"snapshot_id" integer NOT NULL,
	"position" integer NOT NULL,
	"organisation_id" text NOT NULL,
	"fact" text NOT NULL,
	"period" text NOT NULL,
	"key" text NOT NULL,
	"value" text NOT NULL,
	"source" smallint NOT NULL,
	"row" integer NOT NULL,
	CONSTRAINT "register_facts_snapshot_id_position_pk" PRIMARY KEY("snapshot_id","position")
);
--> statement-breakpoint
ALTER TABLE "register_snapshots" ADD COLUMN "fact_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "register_facts" ADD CONSTRAINT "register_facts_snapshot_id_register_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."register_snapshots"("id") ON DELETE no action ON UPDATE no action;