import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { appOver } from "../../support/kept-school.ts";
import { temporaryFolder } from "../../support/register-folder.ts";
import { storeOf } from "../../support/signed-in.ts";

const { pool } = testDatabase();
const INDEX = "<!doctype html><title>Zhanbasy</title>";

async function builtPage() {
  const folder = await temporaryFolder();
  const pageFolder = join(folder, "page");
  await mkdir(join(pageFolder, "assets"), { recursive: true });
  await writeFile(join(pageFolder, "index.html"), INDEX);
  await writeFile(join(pageFolder, "assets", "main-1a2b.js"), "start();");
  await writeFile(join(folder, "secret.txt"), "nobody reads this");
  return appOver(storeOf(pool), { pageFolder });
}

describe("the page", () => {
  it.each(["/", "/index.html", "/allocation", "/runs/7/sheet"])("is shown at %s", async (path) => {
    const answer = await (await builtPage()).request(path);
    expect(await answer.text()).toBe(INDEX);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'; script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
  });

  it("has parts that never change", async () => {
    const answer = await (await builtPage()).request("/assets/main-1a2b.js");
    expect(await answer.text()).toBe("start();");
    expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  it.each([
    ...["/assets/other.js", "/favicon.ico", "/..%2fsecret.txt", "/%2e%2e/secret.txt"],
    ...["/assets/..%2f..%2fsecret.txt", "/assets/%2e%2e/%2e%2e/secret.txt", "/..\\secret.txt"],
  ])("has nothing at %s", async (path) => {
    const answer = await (await builtPage()).request(path);
    expect([answer.status, await answer.text()]).not.toContain("nobody reads this");
    expect(answer.status).toBe(404);
  });

  it("is told to be missing when it was not built", async () => {
    const answer = await appOver(storeOf(pool)).request("/");
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: "page-missing" });
  });
});
