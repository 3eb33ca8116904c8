import { describe, expect, it } from "vitest";
import {
  describeDatabase,
  findLanguage,
  instanceOf,
  readSettings,
} from "../../packages/api/src/settings.ts";
import { readNetworkSettings } from "../../packages/api/src/settings-network.ts";
import { readServiceSettings } from "../../packages/api/src/settings-services.ts";
import { refusalOf } from "../support/refusal-of.ts";

const AT_HOME = { folder: "/clone/somewhere", home: "/clone", isRoot: false };
const URL_OF_CITY = "postgresql://finance:secret@db.city.kz:5433/budget";
const OWNER_OF_CITY = "postgresql://owner:secret@db.city.kz:5433/budget";

describe("the settings of a start", () => {
  it("need nothing: port 8080, Russian, data inside the clone", () => {
    expect(readSettings({ ...AT_HOME, env: { PORT: "", DATABASE_URL: "" } })).toEqual({
      ...readNetworkSettings({}),
      ...readServiceSettings({}),
      port: 8080,
      language: "ru",
      dataFolder: "/clone/.zhanbasy",
      databaseUrl: undefined,
      migrateUrl: undefined,
      instance: instanceOf("/clone/.zhanbasy"),
    });
  });

  it("keep the data of root outside the clone, apart for each clone", () => {
    const folderOf = (home: string): string =>
      readSettings({ ...AT_HOME, home, isRoot: true, env: {} }).dataFolder;
    expect(folderOf("/clone")).toMatch(/^\/var\/lib\/zhanbasy\/[0-9a-f]{8}$/);
    expect(folderOf("/clone")).not.toBe(folderOf("/another"));
  });

  it("begin a relative data folder where the user stands", () => {
    const env = { ZHANBASY_DATA: "data" };
    expect(readSettings({ ...AT_HOME, env }).dataFolder).toBe("/clone/somewhere/data");
  });

  it("name the data by the database, whoever signs in", () => {
    const instance = (user: string): string =>
      readSettings({ ...AT_HOME, env: { DATABASE_URL: `postgresql://${user}@db.city.kz/budget` } })
        .instance;
    expect(instance("finance:secret")).toBe(instance("audit:word"));
  });

  it("take the name of the data from a parent", () => {
    const env = { DATABASE_URL: URL_OF_CITY, ZHANBASY_INSTANCE: "given" };
    expect(readSettings({ ...AT_HOME, env }).instance).toBe("given");
  });

  it("tell the role that serves from the owner of the same database", () => {
    const env = { DATABASE_URL: URL_OF_CITY, DATABASE_MIGRATE_URL: OWNER_OF_CITY };
    expect(readSettings({ ...AT_HOME, env })).toMatchObject({
      databaseUrl: URL_OF_CITY,
      migrateUrl: OWNER_OF_CITY,
      instance: instanceOf("db.city.kz:5433/budget"),
    });
  });

  it.each([
    [{ PORT: "80a" }, "portInvalid"],
    [{ PORT: "65536" }, "portInvalid"],
    [{ PORT: "-1" }, "portInvalid"],
    [{ ZHANBASY_LANGUAGE: "de" }, "languageUnknown"],
    [{ DATABASE_URL: "postgresql://finance:secret@[db/budget" }, "databaseUrlInvalid"],
    [{ DATABASE_URL: "mysql://finance:secret@db.city.kz/budget" }, "databaseUrlInvalid"],
    [{ DATABASE_URL: "finance:secret" }, "databaseUrlInvalid"],
    [{ DATABASE_MIGRATE_URL: OWNER_OF_CITY }, "migrateUrlAlone"],
    [{ DATABASE_URL: URL_OF_CITY, DATABASE_MIGRATE_URL: "owner:secret" }, "migrateUrlInvalid"],
    [{ ZHANBASY_LISTEN: "0.0.0.0" }, "publicUrlMissing"],
    [{ ZHANBASY_SECRET: "secret" }, "secretShort"],
  ])("refuse %o", async (env, reason) => {
    const refusal = await refusalOf(() => readSettings({ ...AT_HOME, env }));
    expect(refusal.reason).toBe(reason);
    expect(JSON.stringify(refusal.facts)).not.toContain("secret");
  });
});

it("calls a database by its place, without user and password", () => {
  expect(describeDatabase(URL_OF_CITY)).toBe("db.city.kz:5433/budget");
});

it("finds no language that the product does not speak", () => {
  expect(findLanguage({ ZHANBASY_LANGUAGE: "kk" })).toBe("kk");
  expect(findLanguage({})).toBe("ru");
  expect(findLanguage({ ZHANBASY_LANGUAGE: "de" })).toBeUndefined();
});
