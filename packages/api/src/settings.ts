/** What a start is told from outside: environment variables, each of which may be left out. */
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { Language } from "@zhanbasy/core";
import { Client } from "pg";
import { LANGUAGES } from "./create-translate.ts";
import { type Environment, given } from "./environment.ts";
import { StartRefusal } from "./serve/start-refusal.ts";
import { type NetworkSettings, readNetworkSettings } from "./settings-network.ts";
import { readServiceSettings, type ServiceSettings } from "./settings-services.ts";

export type Settings = NetworkSettings &
  ServiceSettings & {
    /** `PORT`, 8080 unless it is given; 0 lets the system choose a free one. */
    readonly port: number;
    /** `ZHANBASY_LANGUAGE`: the language of what the start says; Russian unless it is given. */
    readonly language: Language;
    /** `ZHANBASY_DATA`: where the bundled database keeps its data. */
    readonly dataFolder: string;
    /** `DATABASE_URL`: a server to use instead of the bundled one, as the role that serves. */
    readonly databaseUrl: string | undefined;
    /** `DATABASE_MIGRATE_URL`: the same database as its owner, who shapes it at a start. */
    readonly migrateUrl: string | undefined;
    /**
     * Names the data: starts with the same one serve the same. A parent gives it to its server in
     * `ZHANBASY_INSTANCE`.
     */
    readonly instance: string;
  };

/** Where and as whom the product is started. */
export type Surroundings = {
  readonly env: Environment;
  /** The folder where the user stands: a relative data folder begins here. */
  readonly folder: string;
  /** The folder of the product. */
  readonly home: string;
  readonly isRoot: boolean;
};

/** The settings of a start; a value that cannot be meant is refused. */
export function readSettings(surroundings: Surroundings): Settings {
  const { env } = surroundings;
  const databaseUrl = given(env, "DATABASE_URL");
  const migrateUrl = given(env, "DATABASE_MIGRATE_URL");
  if (migrateUrl !== undefined) requireMigrateUrl(migrateUrl, databaseUrl);
  const dataFolder = dataFolderOf(surroundings);
  return {
    ...readNetworkSettings(env),
    ...readServiceSettings(env),
    port: portOf(given(env, "PORT")),
    language: languageOf(env),
    dataFolder,
    databaseUrl,
    migrateUrl,
    instance:
      given(env, "ZHANBASY_INSTANCE") ??
      instanceOf(databaseUrl === undefined ? dataFolder : describeDatabase(databaseUrl)),
  };
}

/** `db.example.kz:5432/zhanbasy`: which database an address names, without user and password. */
export function describeDatabase(url: string): string {
  const name = findDatabaseName(url);
  if (name === undefined) throw new StartRefusal("databaseUrlInvalid");
  return name;
}

function findDatabaseName(url: string): string | undefined {
  // Anything else the library takes for the name of a database, a password in it included.
  if (!/^postgres(?:ql)?:\/\//i.test(url)) return undefined;
  try {
    const { host, port, database } = new Client({ connectionString: url });
    return `${host}:${port}/${database ?? ""}`;
  } catch {
    return undefined;
  }
}

/** The language that the environment asks for, Russian where it does not; none when unknown. */
export function findLanguage(env: Environment): Language | undefined {
  const wanted = given(env, "ZHANBASY_LANGUAGE") ?? "ru";
  return LANGUAGES.find((language) => language === wanted);
}

/** The short name of data by where they lie; it tells nothing about the place itself. */
export function instanceOf(place: string): string {
  return createHash("sha256").update(place).digest("hex").slice(0, 16);
}

function requireMigrateUrl(url: string, databaseUrl: string | undefined): void {
  if (databaseUrl === undefined) throw new StartRefusal("migrateUrlAlone");
  if (findDatabaseName(url) === undefined) throw new StartRefusal("migrateUrlInvalid");
}

function portOf(text: string | undefined): number {
  if (text === undefined) return 8080;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new StartRefusal("portInvalid", { text });
  return port;
}

function languageOf(env: Environment): Language {
  const language = findLanguage(env);
  if (language !== undefined) return language;
  throw new StartRefusal("languageUnknown", { text: env["ZHANBASY_LANGUAGE"] ?? "" });
}

/** Root's data lie outside the clone, which another account often cannot reach. */
function dataFolderOf({ env, folder, home, isRoot }: Surroundings): string {
  const wanted = given(env, "ZHANBASY_DATA");
  if (wanted !== undefined) return resolve(folder, wanted);
  return isRoot ? `/var/lib/zhanbasy/${instanceOf(home).slice(0, 8)}` : resolve(home, ".zhanbasy");
}
