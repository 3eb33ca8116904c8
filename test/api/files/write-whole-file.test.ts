import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeWholeFile } from "../../../packages/api/src/files/write-whole-file.ts";
import { faultsOf } from "../../support/raw-tables.ts";
import { temporaryFolder } from "../../support/register-folder.ts";

describe("a file", () => {
  it("replaces what stood there and leaves nothing beside it", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "out.csv");
    await writeFile(path, "before");
    expect((await writeWholeFile(path, "after")).ok).toBe(true);
    expect(await readFile(path, "utf8")).toBe("after");
    expect(await readdir(folder)).toEqual(["out.csv"]);
  });

  it("does not appear in a folder that is not there", async () => {
    const folder = await temporaryFolder();
    const result = await writeWholeFile(join(folder, "нет", "out.csv"), "x");
    expect(faultsOf(result)).toEqual(["output-not-written"]);
    expect(result.ok ? {} : result.issues[0]).toMatchObject({
      place: { file: "out.csv" },
      facts: { reason: "ENOENT" },
    });
  });

  it("that cannot take its place is not left beside it", async () => {
    const folder = await temporaryFolder();
    await writeWholeFile(join(folder, "inner.csv"), "x");
    // A folder cannot be replaced by a file.
    expect((await writeWholeFile(folder, "x")).ok).toBe(false);
    expect(await readdir(folder)).toEqual(["inner.csv"]);
  });
});
