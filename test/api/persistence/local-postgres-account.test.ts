import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  canTraverse,
  databaseAccount,
  findAccount,
  requireReachable,
} from "../../../packages/api/src/persistence/local-postgres-account.ts";
import { databaseFolder } from "../../support/database-folder.ts";
import { refusalOf } from "../../support/refusal-of.ts";

const ROOT_LINE = "root:x:0:0:root:/root:/bin/bash";
const NOBODY_LINE = "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin";
const POSTGRES_LINE = "postgres:x:101:104::/var/lib/postgresql:/bin/bash";
const ACCOUNT = { name: "postgres", uid: 101, gid: 104 };

describe("the account of the database", () => {
  it("is another one for root only", async () => {
    const account = await databaseAccount();
    expect(account === undefined).toBe(process.getuid?.() !== 0);
    expect(account?.uid).not.toBe(0);
  });

  it("is postgres before nobody", () => {
    expect(findAccount([ROOT_LINE, NOBODY_LINE, POSTGRES_LINE].join("\n"))).toEqual(ACCOUNT);
    expect(findAccount([ROOT_LINE, NOBODY_LINE].join("\n"))?.name).toBe("nobody");
  });

  it("is never one with the powers of root", () => {
    expect(findAccount(["postgres:x:0:0::/:/bin/sh", NOBODY_LINE].join("\n"))?.name).toBe("nobody");
    expect(findAccount(ROOT_LINE)).toBeUndefined();
  });
});

describe("a folder lets an account through", () => {
  it.each([
    ["as everyone", { mode: 0o755, uid: 0, gid: 0 }, true],
    ["as its owner", { mode: 0o700, uid: 101, gid: 0 }, true],
    ["as its group", { mode: 0o710, uid: 0, gid: 104 }, true],
    ["not when it is another's", { mode: 0o700, uid: 0, gid: 0 }, false],
    ["not when its owner is kept out", { mode: 0o077, uid: 101, gid: 104 }, false],
    ["not when its group is kept out", { mode: 0o705, uid: 0, gid: 104 }, false],
  ])("%s", (_name, permissions, expected) => {
    expect(canTraverse(permissions, ACCOUNT)).toBe(expected);
  });

  it("or else the start is refused with the parent in the way", async () => {
    const closed = join(await databaseFolder(), "closed");
    const inside = join(closed, "data");
    await mkdir(inside, { recursive: true });
    const stranger = { name: "nobody", uid: 4_000_000, gid: 4_000_000 };
    await requireReachable(inside, stranger);
    await chmod(closed, 0o700);
    expect(await refusalOf(() => requireReachable(inside, stranger))).toEqual({
      reason: "folderUnreachable",
      facts: { folder: closed, account: "nobody" },
    });
  });
});
