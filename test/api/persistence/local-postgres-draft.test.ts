import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  discardOldDrafts,
  isDraft,
  makeDraft,
  renameUnlessThere,
} from "../../../packages/api/src/persistence/local-postgres-draft.ts";
import { databaseFolder } from "../../support/database-folder.ts";

const HOUR_MS = 3_600_000;

describe("a half-made folder", () => {
  it("belongs to nobody else", async () => {
    const draft = await makeDraft(join(await databaseFolder(), "postgres"));
    expect((await stat(draft)).mode & 0o077).toBe(0);
  });

  it("becomes the final one when it is the first", async () => {
    const folder = await databaseFolder();
    const final = join(folder, "postgres");
    const [first, second] = [await makeDraft(final), await makeDraft(final)];
    await writeFile(join(first, "by"), "first");
    await writeFile(join(second, "by"), "second");
    await renameUnlessThere(first, final);
    await renameUnlessThere(second, final);
    expect((await readdir(folder)).filter((name) => !isDraft(name))).toEqual(["postgres"]);
    expect(await readdir(second)).toEqual(["by"]);
  });

  it("is discarded when nobody has touched it for long, and not before", async () => {
    const folder = await databaseFolder();
    const draft = await makeDraft(join(folder, "postgres"));
    await mkdir(join(folder, "postgres"));
    await discardOldDrafts(folder, new Date());
    expect(await readdir(folder)).toHaveLength(2);
    await discardOldDrafts(folder, new Date(Date.now() + HOUR_MS));
    expect(await readdir(folder)).toEqual(["postgres"]);
    expect(isDraft(draft)).toBe(true);
  });
});
