import { expect, it } from "vitest";
import { openDatabase } from "../../../packages/api/src/persistence/database.ts";
import { insertList, listColumn } from "../../../packages/api/src/persistence/insert-list.ts";
import { registerSources } from "../../../packages/api/src/persistence/schema.ts";
import { testDatabase } from "../../support/database.ts";

const { pool } = testDatabase();
const WORDS = ["plain", 'with "quotes"', "{a,b}", "back\\slash", "NULL", "", null, "два\nряда"];

it("a list is written in its order, whatever its words", async () => {
  const { rows: kept } = await pool.query<{ readonly id: number }>(
    `INSERT INTO register_snapshots (hash, name, is_demonstration, organisation_count,
       headcount_count, estimate_count, last_year_count, warnings, created_at)
     VALUES (repeat('0', 64), '', false, 0, 0, 0, 0, '[]', now()) RETURNING id`,
  );
  const id = kept[0]?.id ?? 0;
  await openDatabase(pool).execute(
    insertList(registerSources, { column: "snapshot_id", type: "integer", id }, [
      listColumn("file", "text", WORDS, (word) => `${word}`),
      listColumn("sheet", "text", WORDS, (word) => word),
    ]),
  );
  const { rows } = await pool.query<object>(
    "SELECT position, file, sheet FROM register_sources ORDER BY position",
  );
  expect(rows).toEqual(WORDS.map((word, position) => ({ position, file: `${word}`, sheet: word })));
});
