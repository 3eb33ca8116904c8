/** The secret that sessions are signed with, where none is given: made once and kept in a file. */
import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode, refusalOfWrite, StartRefusal } from "./start-refusal.ts";

const FILE = "secret";
const SHAPE = /^[0-9a-f]{64}$/;

/** The secret of a data folder, which only this account can read; two starts at once share one. */
export async function keepSecret(folder: string): Promise<string> {
  const path = join(folder, FILE);
  const known = await findSecret(path);
  if (known !== undefined) return known;
  const draft = `${path}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, randomBytes(32).toString("hex"), { mode: 0o600 });
    try {
      // Unlike a renaming, this fails where another start was faster.
      await link(draft, path);
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    } finally {
      await rm(draft, { force: true });
    }
  } catch (error) {
    throw refusalOfWrite(error, folder);
  }
  const made = await findSecret(path);
  if (made === undefined) throw new StartRefusal("secretForeign", { file: path });
  return made;
}

/** None where there is no file; a file with something else in it is not ours to replace. */
async function findSecret(path: string): Promise<string | undefined> {
  try {
    const text = await readFile(path, "utf8");
    if (!SHAPE.test(text)) throw new StartRefusal("secretForeign", { file: path });
    return text;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    if (error instanceof StartRefusal) throw error;
    throw refusalOfWrite(error, path);
  }
}
