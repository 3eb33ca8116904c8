/**
 * Whole small methodologies as data, one folder a case: documents, a register, and the amounts that
 * its README.md works out by hand. Each goes through the command line as a department would use it.
 *
 * Expected files are changed by hand only, with a reason.
 */
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatDigits, type Language } from "../../packages/core/src/index.ts";
import { foldersIn, ROOT } from "../../scripts/source-files.ts";
import { temporaryFolder } from "../support/register-folder.ts";
import { runWords } from "../support/run-words.ts";

type Case = {
  readonly year: number;
  /** Formulas whose values are written out. */
  readonly formulas: readonly string[];
  readonly explain: {
    readonly organisation: string;
    readonly line: string;
    /** What the explanation must have: plain figures, and texts that are no figures. */
    readonly says: readonly string[];
  };
  /** What the summary must tell, where the lines do not show it. */
  readonly summary?: Readonly<Record<string, unknown>>;
};

describe.each(foldersIn("test/methodologies"))("%s", (name) => {
  const folder = join(ROOT, "test/methodologies", name);
  const { year, formulas, explain, summary } = JSON.parse(
    readFileSync(join(folder, "case.json"), "utf8"),
  ) as Case;
  const methodology = join(folder, "methodology");
  const words = [
    ...["--methodology", methodology],
    ...["--register", join(folder, "register"), "--year", `${year}`],
  ];
  const expected = (file: string): string => readFileSync(join(folder, "expected", file), "utf8");
  const hasLedger = existsSync(join(folder, "expected/protections.csv"));

  it("is a sound methodology", async () => {
    const { exitCode, told } = await runWords("check-methodology", methodology);
    expect(told).toEqual([]);
    expect(exitCode).toBe(0);
  });

  it("gives the amounts worked out by hand, to the last unit", async () => {
    const target = await temporaryFolder();
    const out = join(target, "lines.csv");
    const protections = join(target, "protections.csv");
    const files = ["--out", out, ...(hasLedger ? ["--protections", protections] : [])];
    const { exitCode, told } = await runWords("calculate", ...words, ...files);
    expect({ exitCode, faults: faultsOf(told) }).toEqual({ exitCode: 0, faults: [] });
    expect(await readFile(out, "utf8")).toBe(expected("lines.csv"));
    if (hasLedger) {
      expect(await readFile(protections, "utf8")).toBe(expected("protections.csv"));
    }
  });

  it("gives the values on the way there", async () => {
    const out = join(await temporaryFolder(), "formulas.csv");
    const asked = ["--formulas", formulas.join(","), "--out", out];
    const { exitCode, told } = await runWords("calculate", ...words, ...asked);
    expect({ exitCode, faults: faultsOf(told) }).toEqual({ exitCode: 0, faults: [] });
    expect(await readFile(out, "utf8")).toBe(expected("formulas.csv"));
  });

  it.each<Language>(["ru", "kk", "en"])("explains a figure in %s", async (language) => {
    const figure = ["--organisation", explain.organisation, "--line", explain.line];
    const run = await runWords("explain", ...words, ...figure, "--language", language);
    expect({ exitCode: run.exitCode, faults: faultsOf(run.told) }).toEqual({
      exitCode: 0,
      faults: [],
    });
    for (const said of explain.says) expect(run.printed).toContain(inLanguage(said, language));
  });

  it("tells what no line shows", async () => {
    const { printed } = await runWords("calculate", ...words, "--summary");
    expect(JSON.parse(printed)).toMatchObject({ year, ...summary });
  });

  it("shows the arithmetic to a reader", () => {
    expect(existsSync(join(folder, "README.md"))).toBe(true);
  });
});

type Told = Awaited<ReturnType<typeof runWords>>["told"];

function faultsOf(told: Told): Told {
  return told.filter(({ severity }) => severity === "fault");
}

/** A plain figure as the language writes it; other texts are the same in all languages. */
function inLanguage(said: string, language: Language): string {
  const [, digits, more = ""] = /^(-?\d+(?:\.\d+)?)(…?)$/.exec(said) ?? [];
  return digits === undefined ? said : formatDigits(digits, language) + more;
}
