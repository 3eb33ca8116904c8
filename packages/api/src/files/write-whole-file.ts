/**
 * A file appears whole or not at all: written beside its place under another name, then renamed.
 */
import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fail, issue, ok, type Result } from "@zhanbasy/core";

/** Replaces the file at `path`; after a failure what stood there before still stands. */
export async function writeWholeFile(path: string, content: string): Promise<Result<undefined>> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    const file = await open(beside, "wx");
    try {
      await file.writeFile(content, "utf8");
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    return ok(undefined);
  } catch (error) {
    await rm(beside, { force: true });
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return fail(issue("output-not-written", { file: basename(path) }, { reason }));
  }
}
