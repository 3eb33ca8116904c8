import { chmod, mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  isCluster,
  preparePlace,
  socketFolderOf,
} from "../../../packages/api/src/persistence/local-postgres-place.ts";
import { databaseFolder } from "../../support/database-folder.ts";
import { refusalOf } from "../../support/refusal-of.ts";

describe("the place of a database", () => {
  it("is made with a socket folder that only its account may enter", async () => {
    const place = await preparePlace(join(await databaseFolder(), "a/b"), "18");
    const { mode, uid } = await stat(place.socketFolder);
    expect(mode & 0o777).toBe(0o700);
    expect(uid).toBe(place.account?.uid ?? process.getuid?.());
    expect(isCluster(place.cluster)).toBe(false);
    expect(await preparePlace(place.folder, "18")).toEqual(place);
  });

  it("is refused when its data are of another major version", async () => {
    const folder = await databaseFolder();
    await mkdir(join(folder, "postgres"));
    await writeFile(join(folder, "postgres/PG_VERSION"), "17\n");
    expect(await refusalOf(() => preparePlace(folder, "18"))).toEqual({
      reason: "majorDiffers",
      facts: { folder: join(folder, "postgres"), found: "17", expected: "18" },
    });
  });

  it("is refused when something else lies there", async () => {
    const folder = await databaseFolder();
    await mkdir(join(folder, "postgres"));
    await writeFile(join(folder, "postgres/letter.txt"), "");
    expect(await refusalOf(() => preparePlace(folder, "18"))).toMatchObject({
      reason: "folderForeign",
    });
  });

  it("is refused when its folder is a file", async () => {
    const file = join(await databaseFolder(), "data");
    await writeFile(file, "");
    expect((await refusalOf(() => preparePlace(file, "18"))).reason).toMatch(/^folderUn/);
  });

  it("is refused when others may enter the folder of the socket", async () => {
    const { folder, socketFolder } = await preparePlace(await databaseFolder(), "18");
    await chmod(socketFolder, 0o777);
    expect(await refusalOf(() => preparePlace(folder, "18"))).toEqual({
      reason: "socketFolderForeign",
      facts: { folder: socketFolder },
    });
  });
});

describe("the path of the socket", () => {
  const deep = `/data/${"d".repeat(100)}`;

  it("leads into the data folder while it is short enough", () => {
    expect(socketFolderOf("/data", "/temporary")).toBe("/data/s");
    expect(socketFolderOf(deep, "/temporary")).toMatch(/^\/temporary\/zhanbasy-[0-9a-f]{12}$/);
  });

  it("counts bytes, not letters", () => {
    const kazakh = `/дерек/${"қ".repeat(40)}`;
    expect(kazakh.length).toBeLessThan(50);
    expect(socketFolderOf(kazakh, "/temporary")).toMatch(/^\/temporary\//);
  });

  it("is another one for other data", () => {
    expect(socketFolderOf(deep, "/temporary")).not.toBe(socketFolderOf(`${deep}e`, "/temporary"));
    expect(socketFolderOf(deep, deep)).toMatch(/^\/tmp\//);
  });
});
