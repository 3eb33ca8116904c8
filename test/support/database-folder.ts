/** Folders for databases of tests: in reach of the account that a database of root runs under. */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder that is removed when the test has finished. */
export async function databaseFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "zhanbasy-test-"));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
