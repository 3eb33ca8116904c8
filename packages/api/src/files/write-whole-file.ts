/**
 * A file appears whole or not at all: written beside its place under another name, then renamed.
 * Several files appear together or none of them.
 */
import { randomUUID } from "node:crypto";
import { copyFile, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fail, issue, ok, type Result } from "@zhanbasy/core";

/** A file to be written: where, and what it holds. */
export type WholeFile = { readonly path: string; readonly content: string };

/** Replaces the file at `path`; after a failure what stood there before still stands. */
export function writeWholeFile(path: string, content: string): Promise<Result<undefined>> {
  return writeWholeFiles([{ path, content }]);
}

/** Replaces every file; after a failure at one of them what stood before stands in all places. */
export async function writeWholeFiles(files: readonly WholeFile[]): Promise<Result<undefined>> {
  const steps = files.map((file) => ({
    ...file,
    written: besideOf(file.path),
    before: besideOf(file.path),
  }));
  const replaced: (() => Promise<void>)[] = [];
  let at = "";
  try {
    for (const { path, content, written } of steps) {
      at = path;
      await writeThrough(written, content);
    }
    for (const step of steps) {
      at = step.path;
      // Nothing can fail after the last one.
      const putBack = step === steps.at(-1) ? undefined : await keepBefore(step);
      await rename(step.written, step.path);
      if (putBack !== undefined) replaced.push(putBack);
    }
    return ok(undefined);
  } catch (error) {
    for (const putBack of replaced) await putBack();
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return fail(issue("output-not-written", { file: basename(at) }, { reason }));
  } finally {
    for (const { written, before } of steps) {
      await rm(written, { force: true });
      await rm(before, { force: true });
    }
  }
}

function besideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}`);
}

async function writeThrough(path: string, content: string): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(content, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Keeps a copy of what stands at the place; gives the way to bring it back. */
async function keepBefore(step: {
  readonly path: string;
  readonly before: string;
}): Promise<() => Promise<void>> {
  try {
    await copyFile(step.path, step.before);
    return () => rename(step.before, step.path);
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isAbsent) throw error;
    return () => rm(step.path, { force: true });
  }
}
