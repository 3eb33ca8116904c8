-- What was said in a scenario, issued or written in the journal is never changed.
DO $$
DECLARE
	name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['scenario_revisions', 'scenario_edits', 'scenario_steps', 'publications', 'grounds', 'ground_confirmations', 'finding_decisions', 'audit_entries'] LOOP
		EXECUTE format('CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
	END LOOP;
END
$$;
--> statement-breakpoint
-- A connection says in zhanbasy.organisations what it may see: * is the whole city, a list with
-- commas those organisations and nothing else. One that says nothing sees nothing. What was said is
-- read in subqueries, once for a statement and not for every row.
DO $$
DECLARE
	name text;
	city constant text := '(SELECT current_setting(''zhanbasy.organisations'', true) = ''*'')';
	-- An empty organisation is the city as such, which is nobody's own.
	own constant text := 'organisation_id <> '''' AND organisation_id = ANY ((SELECT string_to_array(current_setting(''zhanbasy.organisations'', true), '',''))::text[])';
BEGIN
	FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
		EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
		EXECUTE format('CREATE POLICY city ON %I USING (%s) WITH CHECK (%s)', name, city, city);
	END LOOP;
	FOREACH name IN ARRAY ARRAY['organisations', 'headcounts', 'register_facts', 'estimates', 'last_year_lines', 'allocation_lines'] LOOP
		EXECUTE format('ALTER POLICY city ON %I RENAME TO city_or_own', name);
		EXECUTE format('ALTER POLICY city_or_own ON %I USING (%s OR (%s))', name, city, own);
	END LOOP;
END
$$;
--> statement-breakpoint
-- Only the owner of a table may refresh what the planner knows of it; the role that serves asks
-- for it after it has written a register.
CREATE FUNCTION analyze_registers() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
	ANALYZE organisations, headcounts, register_facts;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION analyze_registers() FROM PUBLIC;
