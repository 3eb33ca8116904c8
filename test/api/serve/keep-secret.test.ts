import { chmod, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keepSecret } from "../../../packages/api/src/serve/keep-secret.ts";
import { databaseFolder } from "../../support/database-folder.ts";
import { refusalOf } from "../../support/refusal-of.ts";

describe("the secret of a data folder", () => {
  it("is made once, in a folder that need not be there, and read by this account only", async () => {
    const folder = join(await databaseFolder(), "data");
    const made = await Promise.all([keepSecret(folder), keepSecret(folder)]);
    expect(made[0]).toMatch(/^[0-9a-f]{64}$/);
    expect([...made, await keepSecret(folder)]).toEqual([made[0], made[0], made[0]]);
    const { mode } = await stat(join(folder, "secret"));
    expect(mode & 0o777).toBe(0o600);
  });

  it("is another one in another folder", async () => {
    expect(await keepSecret(await databaseFolder())).not.toBe(
      await keepSecret(await databaseFolder()),
    );
  });

  it("is refused where the file holds something else, which stays", async () => {
    const folder = await databaseFolder();
    const file = join(folder, "secret");
    await writeFile(file, "of another program");
    await chmod(file, 0o644);
    const refusal = await refusalOf(() => keepSecret(folder));
    expect(refusal).toEqual({ reason: "secretForeign", facts: { file } });
  });

  it("is refused where a folder cannot be made", async () => {
    const file = join(await databaseFolder(), "file");
    await writeFile(file, "");
    const refusal = await refusalOf(() => keepSecret(join(file, "data")));
    expect(refusal.reason).toBe("folderUnwritable");
  });
});
