import { lstat, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  copyBinaries,
  findBinaries,
  majorOf,
} from "../../../packages/api/src/persistence/local-postgres-binaries.ts";
import { databaseFolder } from "../../support/database-folder.ts";
import { refusalOf } from "../../support/refusal-of.ts";

describe("the binaries of the bundled database", () => {
  it("are there for this platform", async () => {
    const { folder } = findBinaries();
    expect(await readdir(join(folder, "bin"))).toEqual(
      expect.arrayContaining(["initdb", "postgres"]),
    );
  });

  it("are missing for a platform that nobody built them for", async () => {
    expect(await refusalOf(() => findBinaries("plan9-mips"))).toEqual({
      reason: "platformUnsupported",
      facts: { platform: "plan9-mips" },
    });
  });

  it("have the major version of their data", () => {
    expect(majorOf({ folder: "", version: "18.4.0-beta.17" })).toBe("18");
  });

  it("are copied once, with their links, for everyone to run; other versions are discarded", async () => {
    const folder = await databaseFolder();
    await mkdir(join(folder, "programs-17.0.0"));
    await mkdir(join(folder, "postgres"));
    const original = findBinaries();
    const copy = await copyBinaries(original, folder);
    const made = await lstat(join(copy.folder, "bin/postgres"));
    expect(made.mode & 0o777).toBe(0o755);
    expect(await linksIn(join(copy.folder, "lib"))).toEqual(
      await linksIn(join(original.folder, "lib")),
    );
    await copyBinaries(original, folder);
    expect((await lstat(join(copy.folder, "bin/postgres"))).ino).toBe(made.ino);
    const names = await readdir(folder);
    expect(names.toSorted()).toEqual(["postgres", `programs-${original.version}`]);
  });
});

async function linksIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name);
}
