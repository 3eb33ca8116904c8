import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  formulaRecords,
  runCsv,
  runJson,
  writeRun,
} from "../../../packages/api/src/cli/run-output.ts";
import { summarize } from "../../../packages/api/src/cli/summary.ts";
import { ledgerCsv } from "../../../packages/api/src/files/ledger-csv.ts";
import { ENGINE_VERSION, formulaTable } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { temporaryFolder } from "../../support/register-folder.ts";
import { schoolPlan } from "../../support/school-methodology.ts";
import { estimate, FOUR_CELLS, run } from "../../support/school-register.ts";
import { stagedRun } from "../../support/staged-school.ts";

const RUN = run(schoolPlan(), { headcounts: FOUR_CELLS, estimates: [estimate({ tenge: "5.5" })] });
const SUMMARY = summarize(RUN, undefined, []);
const LINES = { run: RUN, summary: SUMMARY, formulas: undefined };
const CSV = [
  "id,tier,budget_code,method,amount",
  ",overhead,04.2.360.040,estimate,5.50",
  "a,secondary,04.2.360.040,formula,100000.00",
  "",
].join("\n");

it("a run as JSON is the summary with its lines and what made it", () => {
  const { lines, ...rest } = SUMMARY;
  expect(JSON.parse(runJson(LINES))).toEqual({
    ...{ methodology: "school", demonstration: false, engineVersion: ENGINE_VERSION },
    ...rest,
    lineCount: lines,
    lines: [
      {
        id: "",
        tier: "overhead",
        budget_code: "04.2.360.040",
        method: "estimate",
        amount: "5.50",
      },
      {
        ...{ id: "a", tier: "secondary", budget_code: "04.2.360.040", method: "formula" },
        amount: "100000.00",
      },
    ],
  });
});

describe("formulas that were asked for", () => {
  const staged = stagedRun();
  const formulas = getValue(formulaTable(staged, ["share", "amount"]));
  const content = { run: staged, summary: summarize(staged, undefined, []), formulas };

  it("stand in the place of the lines in CSV, and beside them in JSON", () => {
    expect(runCsv(content)).toMatch(/^id,share,amount,amount\.case\n/);
    const json = JSON.parse(runJson(content)) as Readonly<Record<string, unknown>>;
    expect(json["formulas"]).toEqual(formulaRecords(formulas, "code"));
    expect(json["lines"]).toMatchObject([
      { id: "a", amount: "100066.66", cases: [{ formula: "amount", label: "large" }] },
      { id: "b", amount: "60033.33", cases: [{ formula: "amount", label: "small" }] },
    ]);
  });

  it("are an object for each organisation, with the case of a formula that names its own", () => {
    expect(formulaRecords(formulas, "bin")[0]).toEqual({
      bin: "a",
      values: { share: `0.${"6".repeat(34)}…`, amount: "100000" },
      cases: { amount: "large" },
    });
  });
});

describe("a file is written", () => {
  it.each([
    ["lines.csv", CSV],
    ["lines.CSV", CSV],
    ["lines.json", runJson(LINES)],
    ["lines.Json", runJson(LINES)],
  ])("in the form that its ending asks for: %s", async (name, expected) => {
    const out = join(await temporaryFolder(), name);
    getValue(await writeRun({ out, protections: undefined }, LINES));
    expect(await readFile(out, "utf8")).toBe(expected);
  });

  it("with the ledger beside it, or neither of them", async () => {
    const folder = await temporaryFolder();
    const [out, protections] = [join(folder, "lines.csv"), join(folder, "ledger.csv")];
    await writeFile(out, "before");
    const refused = await writeRun({ out, protections: join(folder, "none", "l.csv") }, LINES);
    expect(refused.ok).toBe(false);
    expect(await readFile(out, "utf8")).toBe("before");
    getValue(await writeRun({ out, protections }, LINES));
    expect(await readFile(protections, "utf8")).toBe(ledgerCsv(RUN));
    expect((await readdir(folder)).toSorted()).toEqual(["ledger.csv", "lines.csv"]);
  });

  it("or refused when its folder is not there", async () => {
    const out = join(await temporaryFolder(), "none", "lines.csv");
    expect(await writeRun({ out, protections: undefined }, LINES)).toMatchObject({
      ok: false,
      issues: [{ code: "output-not-written", place: { file: "lines.csv" } }],
    });
  });
});
