import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/register-folder.ts";
import { faultCodes } from "../../support/run-words.ts";
import { runOnSmallCity, scenarioFile, summaryOf } from "../../support/scenario-files.ts";
import { smallCity } from "../../support/small-city.ts";

const EARLY = ["--against-known-on", "2026-06-30"];

describe("attribute", () => {
  it("puts what became known down to rates, to the tiyn", async () => {
    const { printed } = await runOnSmallCity("attribute", ...EARLY, "--by", "tier");
    const [header, row, ...rest] = printed.trimEnd().split("\n");
    expect([header, rest]).toEqual(["tier,name,before,after,change,rates,rounding", []]);
    const [tier, , before, after, change, rates, rounding] = row?.split(",") ?? [];
    expect([tier, after, rounding]).toEqual(["secondary", "290778940.67", "0.00"]);
    expect(rates).toBe(change);
    expect(before).not.toBe(after);
  });

  it("names each parameter where that is asked, with both runs by their hashes", async () => {
    const record = summaryOf(
      await runOnSmallCity("attribute", ...EARLY, "--split", "parameter", "--summary"),
    );
    expect(record).toMatchObject({
      from: { knownOn: "2026-06-30", total: "288458877.17" },
      to: { knownOn: "2026-12-31", total: "290779041.17" },
      causes: [
        { parameter: "preschool.monthly_rate", amount: "0.00" },
        { cause: "rates", parameter: "secondary.L", amount: record["change"] },
        { cause: "rounding", parameter: null, amount: "0.00" },
      ],
    });
  });

  it("counts a scenario from the city as it stands, and closes", async () => {
    const scenario = await scenarioFile(
      { parameter: "index.mrp", value: "5000" },
      { parameter: "secondary.k2", key: { programme: "general" }, value: "0.1" },
    );
    const out = join(await temporaryFolder(), "out.csv");
    const words = ["--scenario", scenario, "--language", "en", "--out", out];
    const { printed } = await runOnSmallCity("attribute", ...words);
    expect(printed).toContain("Together the causes make the change");
    const [header, row] = (await readFile(out, "utf8")).split("\n");
    expect(header).toBe("bin,name,before,after,change,rates,coefficients,rounding");
    const [, , , , change, ...parts] = (row ?? "").split(",").map((cell) => cell.replace(".", ""));
    expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(change ?? ""));
  });

  it("finds nothing between equal calculations", async () => {
    const again = ["--against-register", await smallCity(), "--out"];
    const out = join(await temporaryFolder(), "out.csv");
    const { printed } = await runOnSmallCity("attribute", ...again, out, "--language", "en");
    expect(printed).toContain("The calculations do not differ");
    expect(await readFile(out, "utf8")).toBe("bin,name,before,after,change\n");
  });

  it.each<[string, readonly string[], string]>([
    ["no second calculation", [], "option-missing"],
    ["a day that does not exist", ["--against-known-on", "2026-02-30"], "option-malformed"],
    ["another way of splitting", [...EARLY, "--split", "school"], "option-malformed"],
    ["a register that is not there", ["--against-register", "no-such"], "folder-missing"],
  ])("refuses %s", async (_, words, code) => {
    expect(faultCodes(await runOnSmallCity("attribute", ...words))).toEqual([code]);
  });
});
