import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../../packages/api/src/persistence/database.ts";
import { people } from "../../../packages/api/src/persistence/schema-people.ts";
import { scenarios } from "../../../packages/api/src/persistence/schema-scenarios.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";

const { pool } = testDatabase();
const database = openDatabase(pool);

type NewScenario = typeof scenarios.$inferInsert;

const NOW = new Date("2026-11-23T10:00:00.000Z");
const AUTHOR = crypto.randomUUID();
let ground: Pick<NewScenario, "registerHash" | "methodologyHash">;

beforeAll(async () => {
  ground = (await keepSchool(pool)).run;
  await database.insert(people).values({
    ...{ id: AUTHOR, email: `${AUTHOR}@example.kz`, name: "Ару", emailVerified: true },
    ...{ role: "editor", language: "kk", isActive: true, isSample: false },
  });
});

describe("the database itself refuses a scenario", () => {
  it("that stands on a parent, but on no revision of it", async () => {
    const parent = scenario({});
    await database.insert(scenarios).values(parent);
    const halfBound = database.insert(scenarios).values(scenario({ parentId: parent.id }));
    await expect(halfBound).rejects.toMatchObject({ cause: { constraint: "scenarios_parent" } });
    const bound = scenario({ parentId: parent.id, parentRevision: 1 });
    await expect(database.insert(scenarios).values(bound)).resolves.toMatchObject({ rowCount: 1 });
  });

  it("of a register that is not kept", async () => {
    const groundless = { ...scenario({}), registerHash: "0".repeat(64) };
    await expect(database.insert(scenarios).values(groundless)).rejects.toMatchObject({
      cause: { code: "23503" },
    });
  });
});

function scenario(change: Partial<NewScenario>): NewScenario {
  return {
    ...{ id: crypto.randomUUID(), name: "Норматив 2026", budgetYear: 2026, knownOn: "2026-12-31" },
    ...{ registerHash: ground.registerHash, methodologyHash: ground.methodologyHash },
    ...{ state: "draft", isArchived: false, revision: 1, createdBy: AUTHOR, createdAt: NOW },
    ...change,
  };
}
