import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The id of the first process of the database in a data folder. */
export async function processOfDatabase(folder: string): Promise<number> {
  const lock = await readFile(join(folder, "postgres/postmaster.pid"), "utf8");
  return Number(lock.split("\n")[0]);
}
