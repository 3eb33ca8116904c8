import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  writeWholeFile,
  writeWholeFiles,
} from "../../../packages/api/src/files/write-whole-file.ts";
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

describe("several files", () => {
  it.each([
    ["the first", ["taken", "b.csv"]],
    ["the last", ["b.csv", "c.csv", "taken"]],
  ])("leave everything as it was when %s cannot take its place", async (_, names) => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "taken"));
    await writeFile(join(folder, "b.csv"), "before");
    const files = names.map((name) => ({ path: join(folder, name), content: "after" }));
    const result = await writeWholeFiles(files);
    expect(result.ok ? {} : result.issues[0]?.place).toEqual({ file: "taken" });
    expect(await readFile(join(folder, "b.csv"), "utf8")).toBe("before");
    expect((await readdir(folder)).toSorted()).toEqual(["b.csv", "taken"]);
  });

  it("replace what stood in their places together", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "a.csv"), "before");
    const files = ["a.csv", "b.csv"].map((name) => ({ path: join(folder, name), content: name }));
    expect((await writeWholeFiles(files)).ok).toBe(true);
    expect(await readFile(join(folder, "a.csv"), "utf8")).toBe("a.csv");
    expect((await readdir(folder)).toSorted()).toEqual(["a.csv", "b.csv"]);
  });
});
