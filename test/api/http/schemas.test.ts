import { beforeAll, describe, expect, it } from "vitest";
import * as schemas from "../../../packages/api/src/http/schemas.ts";
import { testDatabase } from "../../support/database.ts";
import {
  appOver,
  type KeptSchool,
  keepSchool,
  SCHOOL_LINE_NAME,
} from "../../support/kept-school.ts";

type Schema = typeof schemas.healthSchema | (typeof ROUTES)[number][1];

const ROUTES = [
  ["/health", schemas.healthSchema],
  ["/registers", schemas.pageSchema(schemas.registerSchema)],
  ["/registers/{register}", schemas.registerSchema],
  ["/registers/{register}/columns", schemas.registerColumnsSchema],
  ["/methodologies", schemas.pageSchema(schemas.methodologySchema)],
  ["/methodologies/{methodology}", schemas.methodologyDetailSchema],
  ["/methodologies/{methodology}/documents", schemas.documentsSchema],
  ["/runs", schemas.pageSchema(schemas.runSchema)],
  ["/runs/{run}", schemas.runDetailSchema],
  ["/runs/{run}/totals", schemas.totalsSchema],
  ["/runs/{run}/columns", schemas.runColumnsSchema],
  ["/runs/{run}/lines", schemas.pageSchema(schemas.lineSchema)],
  ["/runs/{run}/trace?organisation=a&line={line}", schemas.traceSchema],
  ["/runs/{run}/trace?line=overhead/04.2.360.040/estimate", schemas.traceSchema],
] as const;

const { pool } = testDatabase();
let school: KeptSchool;

beforeAll(async () => {
  school = await keepSchool(pool);
});

describe("what is answered is what is described, no member more and none less", () => {
  it.each<readonly [string, Schema]>(ROUTES)("%s", async (path, schema) => {
    const { store, run } = school;
    const filled = path
      .replace("{register}", run.registerHash)
      .replace("{methodology}", run.methodologyHash)
      .replace("{run}", run.id)
      .replace("{line}", SCHOOL_LINE_NAME);
    const answer = await appOver(store).request(`/api/v1${filled}`);
    expect(answer.status).toBe(200);
    expect(schema.safeParse(await answer.json()).error).toBeUndefined();
  });
});
