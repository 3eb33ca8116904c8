import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type CommandAnswer,
  giveAnswer,
  recordsOf,
} from "../../../packages/api/src/cli/result-output.ts";
import { ENGINE_VERSION, issue } from "../../../packages/core/src/index.ts";
import { commandContext } from "../../support/command-context.ts";
import { temporaryFolder } from "../../support/register-folder.ts";

const ANSWER: CommandAnswer = {
  ...{ record: { total: "1.00" }, rowsName: "rows", main: "table", methodology: undefined },
  table: { columns: ["tier", "amount"], rows: [["=x", "1.00"]] },
  ...{ sentences: ["Total: 1"], warnings: [issue("demonstration-data", {}, { methodology: "m" })] },
};
const CSV = "tier,amount\n'=x,1.00\n";

describe("an answer", () => {
  it.each([
    ["table", CSV],
    ["sentences", "Total: 1\n"],
  ] as const)("is printed as its %s where no file is named", async (main, text) => {
    const { context, printed, told } = await commandContext("en");
    const paths = { out: undefined, isSummary: false };
    expect(await giveAnswer({ ...ANSWER, main }, paths, context)).toBe(0);
    expect([printed(), told()]).toEqual([text, expect.stringContaining("demonstration-data")]);
  });

  it("is one JSON object where a summary is asked, its warnings in it", async () => {
    const { context, printed, told } = await commandContext("en");
    await giveAnswer(ANSWER, { out: undefined, isSummary: true }, context);
    expect(told()).toBe("");
    expect(JSON.parse(printed())).toMatchObject({
      ...{ total: "1.00", engineVersion: ENGINE_VERSION },
      warnings: [{ code: "demonstration-data" }],
    });
  });

  it("is a table in a .csv and everything in a .json", async () => {
    const folder = await temporaryFolder();
    const { context, printed } = await commandContext("en");
    for (const name of ["a.csv", "a.json"]) {
      await giveAnswer(ANSWER, { out: join(folder, name), isSummary: false }, context);
    }
    expect(await readFile(join(folder, "a.csv"), "utf8")).toBe(CSV);
    expect(JSON.parse(await readFile(join(folder, "a.json"), "utf8"))).toMatchObject({
      ...{ total: "1.00", rows: [{ tier: "=x", amount: "1.00" }] },
    });
    expect(printed()).toContain(`Total: 1\nWritten: ${join(folder, "a.csv")}\n`);
  });

  it("is written with its other files, or none of them is", async () => {
    const folder = await temporaryFolder();
    const { context } = await commandContext("en");
    const others = [{ path: join(folder, "no-such", "b.csv"), content: "" }];
    const paths = { out: join(folder, "a.csv"), isSummary: false, others };
    expect(await giveAnswer(ANSWER, paths, context)).toBe(2);
    expect(await readdir(folder)).toEqual([]);
  });
});

it("rows are records by the names of their columns", () => {
  expect(recordsOf(ANSWER.table)).toEqual([{ tier: "=x", amount: "1.00" }]);
});
