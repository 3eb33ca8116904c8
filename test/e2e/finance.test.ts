/** The finance office takes the lines away and compares them, to the tiyn. */
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { runOnCity } from "../support/run-words.ts";
import { row, rowText } from "../support/sheet-page.ts";

const visit = useBrowser();

it("the file of the page is the one that the command line writes, byte by byte", async () => {
  const { page } = await visit("/");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /CSV/ }).click(),
  ]);
  const target = join(tmpdir(), `zhanbasy-lines-${process.pid}.csv`);
  const { exitCode } = await runOnCity("calculate", "--out", target);
  expect(exitCode).toBe(0);
  const downloaded = await readFile(await download.path(), "utf8");
  expect(downloaded).toBe(await readFile(target, "utf8"));
  expect(downloaded.trimEnd().split("\n")).toHaveLength(2_729);
});

it("a copied total is the exact figure, whatever unit is on view", async () => {
  const { page } = await visit("/");
  await row(page, "city").waitFor();
  expect(await rowText(page, "city", "total")).toBe("431 539 534,6");
  await page.locator('.ag-row[row-id="city"] [col-id="total"]').click();
  await page.keyboard.press("Control+c");
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe("431539534616,52");
});

it("every figure of the page is one the API gives, and the API is described", async () => {
  const { page, faults } = await visit("/api/v1/docs");
  await page.getByText("/runs/{runId}/columns").first().waitFor();
  expect(faults).toEqual([]);
  const answer = await page.request.get(new URL("/api/v1/openapi.json", page.url()).href);
  expect(await answer.json()).toMatchObject({ openapi: "3.1.0" });
});
