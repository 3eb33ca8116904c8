import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { giveDocument } from "../../../packages/api/src/cli/document-output.ts";
import { issue } from "../../../packages/core/src/index.ts";
import { commandContext } from "../../support/command-context.ts";
import { temporaryFolder } from "../../support/register-folder.ts";

const ANSWER = {
  document: { scenario: "A" },
  ...{ record: { gone: [] }, sentences: ["Merged."], methodology: undefined },
  warnings: [issue("override-settled", {}, { target: "x", value: "1" })],
};
const TEXT = '{\n  "scenario": "A"\n}\n';

describe("a scenario that was made", () => {
  it("is printed where no file is named, its warnings beside it", async () => {
    const { context, printed, told } = await commandContext("en");
    expect(await giveDocument(ANSWER, { out: undefined, isSummary: false }, context)).toBe(0);
    expect([printed(), told()]).toEqual([TEXT, expect.stringContaining("override-settled")]);
  });

  it("is written to a file, and what came of it is said or summed up", async () => {
    const out = join(await temporaryFolder(), "a.json");
    const { context, printed } = await commandContext("en");
    await giveDocument(ANSWER, { out, isSummary: false }, context);
    expect(printed()).toBe(`Merged.\nWritten: ${out}\n`);
    expect(await readFile(out, "utf8")).toBe(TEXT);
    const other = await commandContext("en");
    await giveDocument(ANSWER, { out, isSummary: true }, other.context);
    expect([other.told(), JSON.parse(other.printed())]).toMatchObject([
      "",
      { gone: [], warnings: [{ code: "override-settled" }] },
    ]);
  });

  it("is refused where it cannot be written", async () => {
    const folder = await temporaryFolder();
    const out = join(folder, "no-such", "a.json");
    const { context, printed, told } = await commandContext("en");
    expect(await giveDocument(ANSWER, { out, isSummary: false }, context)).toBe(2);
    expect([printed(), await readdir(folder)]).toEqual(["", []]);
    expect(told()).toContain("output-not-written");
  });
});
