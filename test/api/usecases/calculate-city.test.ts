import { beforeAll, describe, expect, it } from "vitest";
import { readMethodology } from "../../../packages/api/src/files/read-methodology.ts";
import { readRegisterFolder } from "../../../packages/api/src/files/read-register-folder.ts";
import { calculateCity } from "../../../packages/api/src/usecases/calculate-city.ts";
import type { CitySources } from "../../../packages/api/src/usecases/read-city.ts";
import {
  asOf,
  type CalculationRun,
  explainLine,
  fail,
  findCalendarDate,
  formatTenge,
  issue,
  lineName,
  ok,
  type TraceNode,
} from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { CITY } from "../../support/run-words.ts";
import { everyNode, nodesNamed } from "../../support/trace-nodes.ts";

const SOURCES: CitySources = {
  readMethodology: () => readMethodology("kz/almaty"),
  readParameters: () => Promise.resolve({ table: undefined, issues: [] }),
  readRegister: (rules) => readRegisterFolder({ folder: CITY }, rules),
};
const STRENGTHS = ["enacted", "local", "secondary", "draft", "assumed"] as const;
const NO_FILE = fail(issue("file-missing", { file: "x" }, { expected: "x" }));
const NO_ROWS = fail(issue("table-empty", { file: "y" }, {}));

describe("the demonstration city", () => {
  let run: CalculationRun;

  beforeAll(async () => {
    run = await calculateOn("2026-12-31");
  });

  it("is explained line by line to the calculated tiyn, and as strongly as its weakest part", () => {
    const wrong = run.lines.filter((line) => {
      const trace = getValue(explainLine(run, line.organisationId, lineName(line)));
      const isSame =
        trace.value.kind === "number" && trace.value.exact === formatTenge(line.amount);
      return !isSame || trace.status !== weakestGround(trace);
    });
    expect(wrong).toEqual([]);
    expect(run.lines).toHaveLength(2728);
  });

  it("comes to another amount on another day of knowledge, for a reason that is shown", async () => {
    const earlier = await calculateOn("2026-06-30");
    expect([earlier.totals.total, run.totals.total].map(formatTenge)).toEqual([
      ...["427840475248.52", "431539534616.52"],
    ]);
    expect(learningEnvironment(earlier)).toMatchObject({
      value: { exact: "124300" },
      ground: { knownFrom: "2025-12-12", replaced: undefined },
    });
    expect(learningEnvironment(run)).toMatchObject({
      value: { exact: "131500" },
      ground: {
        knownFrom: "2026-07-16",
        replaced: { digits: "124300", knownFrom: "2025-12-12" },
      },
    });
  });
});

describe("what is wrong comes back", () => {
  const calculateWith = async (change: Partial<CitySources>, year = 2026) => {
    const { methodology, result } = await calculateCity({ ...SOURCES, ...change }, asOf(year));
    const codes = result.ok ? [] : result.issues.map(({ code }) => code);
    return { codes: [...new Set(codes)], hasMethodology: methodology !== undefined };
  };

  it("of a methodology alone, since nothing can be read without it", async () => {
    const change = { readMethodology: () => Promise.resolve(NO_FILE) };
    expect(await calculateWith(change)).toEqual({ codes: ["file-missing"], hasMethodology: false });
  });

  it("of the parameters and of the register at once", async () => {
    const change = {
      readParameters: () => Promise.resolve({ table: undefined, issues: NO_FILE.issues }),
      readRegister: () => Promise.resolve(NO_ROWS),
    };
    const { codes } = await calculateWith(change);
    expect(codes).toEqual(["file-missing", "table-empty"]);
  });

  it("of the form of a parameter table and of its content at once", async () => {
    const place = { file: "rates.csv" };
    const table = { ...place, columns: ["parameter_id"], rows: [] };
    const broken = issue("quote-broken", { ...place, row: 2 }, { reason: "quote-not-closed" });
    const change: Partial<CitySources> = {
      readParameters: () => Promise.resolve({ table, issues: [broken] }),
      readRegister: () => Promise.resolve(NO_ROWS),
    };
    const { codes } = await calculateWith(change);
    expect(codes).toEqual(["quote-broken", "column-missing", "table-empty"]);
  });

  it("of the parameters and of the year at once, the register being unread", async () => {
    const change = {
      readParameters: () => Promise.resolve({ table: undefined, issues: NO_FILE.issues }),
      readRegister: () => Promise.reject(new Error("nobody reads a register for no year")),
    };
    expect(await calculateWith(change, 2020)).toEqual({
      codes: ["file-missing", "year-unsupported"],
      hasMethodology: true,
    });
  });

  it("of the calculation, in words of the methodology", async () => {
    expect(await calculateWith({}, 2025)).toEqual({
      codes: ["fact-missing"],
      hasMethodology: true,
    });
  });
});

it("warns of what may be wrong and calculates all the same", async () => {
  const readRegister: CitySources["readRegister"] = async (rules) => {
    const { snapshot } = getValue(await readRegisterFolder({ folder: CITY }, rules));
    const headcounts = snapshot.headcounts.filter((row) => row.organisationId !== "600140375485");
    const warnings = [issue("formula-cell", { file: "register.xlsx" }, { value: "1" })];
    return ok({ snapshot: { ...snapshot, headcounts }, warnings });
  };
  const { result } = await calculateCity({ ...SOURCES, readRegister }, asOf(2026));
  expect(getValue(result).warnings.map(({ code }) => code)).toEqual([
    ...["demonstration-data", "estimates-assumed", "formula-cell", "organisation-without-rows"],
  ]);
});

async function calculateOn(knownOn: string): Promise<CalculationRun> {
  const day = findCalendarDate(knownOn);
  return getValue((await calculateCity(SOURCES, asOf(2026, day))).result).run;
}

function weakestGround(trace: TraceNode): string | undefined {
  const found = new Set(everyNode(trace).map(({ ground }) => ground?.status));
  return STRENGTHS.findLast((status) => found.has(status));
}

/** The parameter adopted on 16 July 2026 for the whole year, in the trace of some state school. */
function learningEnvironment(run: CalculationRun): TraceNode | undefined {
  const line = "secondary/04.2.360.040/formula";
  return nodesNamed(getValue(explainLine(run, "600140375485", line)), "secondary.L")[0];
}
