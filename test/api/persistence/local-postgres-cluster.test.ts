import { readdir, stat } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import {
  copyBinaries,
  findBinaries,
} from "../../../packages/api/src/persistence/local-postgres-binaries.ts";
import {
  ensureCluster,
  lastLine,
  refusalOfProgram,
} from "../../../packages/api/src/persistence/local-postgres-cluster.ts";
import { isDraft } from "../../../packages/api/src/persistence/local-postgres-draft.ts";
import {
  isCluster,
  preparePlace,
} from "../../../packages/api/src/persistence/local-postgres-place.ts";
import { databaseFolder } from "../../support/database-folder.ts";

describe("a cluster", () => {
  it("is made once, whole, by two who want it at the same time", async () => {
    const place = await preparePlace(await databaseFolder(), "18");
    const binaries = await copyBinaries(findBinaries(), place.folder);
    let announced = 0;
    const ensure = (): Promise<void> =>
      ensureCluster(place, binaries, () => {
        announced += 1;
      });
    await Promise.all([ensure(), ensure()]);
    expect(isCluster(place.cluster)).toBe(true);
    expect((await stat(place.cluster)).mode & 0o777).toBe(0o700);
    expect((await readdir(place.folder)).filter(isDraft)).toEqual([]);
    await ensure();
    expect(announced).toBe(2);
  });
});

it("takes a program that is there and is not found for one of another system", () => {
  const missing = Object.assign(new Error(), { code: "ENOENT" });
  expect(refusalOfProgram(missing)).toMatchObject({ reason: "platformUnsupported" });
  const other = new Error("other");
  expect(refusalOfProgram(other)).toBe(other);
});

it("reads the last line that says something", () => {
  expect(lastLine("first\n  second\n\n")).toBe("second");
  expect(lastLine("")).toBe("");
});
