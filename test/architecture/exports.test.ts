/** What a package promises to others exists, and core works as built, without its source. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { readMethodology } from "../../packages/api/src/files/read-methodology.ts";
import { readRegisterFolder } from "../../packages/api/src/files/read-register-folder.ts";
import * as source from "../../packages/core/src/index.ts";
import {
  asOf,
  buildPlan,
  calculate,
  identifyRun,
  type Result,
  registerRulesOf,
} from "../../packages/core/src/index.ts";
import { buildWhatChanged } from "../../scripts/build.mjs";
import { foldersIn, ROOT } from "../../scripts/source-files.ts";

type Target = string | { readonly [condition: string]: Target };
type Manifest = {
  readonly name: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, Target>>;
};

const CITY = `${ROOT}packages/api/demo/almaty`;

/** The demonstration city, calculated by what was built. */
const BUILT_RUN = `await (async () => {
  const { asOf, buildPlan, calculate, identifyRun, registerRulesOf } = await import("@zhanbasy/core");
  const { readMethodology } = await import("./dist/files/read-methodology.js");
  const { readRegisterFolder } = await import("./dist/files/read-register-folder.js");
  const plan = buildPlan((await readMethodology("kz/almaty")).value, asOf(2026)).value;
  const folder = ${JSON.stringify(CITY)};
  const register = (await readRegisterFolder({ folder }, registerRulesOf(plan))).value;
  return identifyRun(calculate(plan, register.snapshot).value).resultHash;
})()`;

beforeAll(() => {
  if (!buildWhatChanged()) throw new Error("The packages do not compile.");
});

describe("every target of a package's exports and commands exists", () => {
  it.each(foldersIn("packages"))("in %s", (name) => {
    const { bin, exports } = manifestOf(name);
    const targets = [...Object.values(exports), ...Object.values(bin ?? {})].flatMap(pathsOf);
    const missing = targets.filter((path) => !leadsSomewhere(`${ROOT}packages/${name}/${path}`));
    expect(targets.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });
});

describe("core as built", () => {
  it("exports what its source exports", () => {
    const names = runBuilt('Object.keys(await import("@zhanbasy/core")).sort()');
    expect(names).toEqual(Object.keys(source).sort());
  });

  it("is not its source", () => {
    const address = runBuilt('import.meta.resolve("@zhanbasy/core")');
    expect(address).toMatch(/[/]packages[/]core[/]dist[/]index[.]js$/);
  });

  it("gives the result that its source gives", async () => {
    const methodology = need(await readMethodology("kz/almaty"));
    const plan = need(buildPlan(methodology, asOf(2026)));
    const register = need(await readRegisterFolder({ folder: CITY }, registerRulesOf(plan)));
    const { resultHash } = identifyRun(need(calculate(plan, register.snapshot)));
    expect(runBuilt(BUILT_RUN)).toBe(resultHash);
  });
});

function need<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.issues.slice(0, 3)));
  return result.value;
}

function manifestOf(name: string): Manifest {
  const text = readFileSync(`${ROOT}packages/${name}/package.json`, "utf8");
  return JSON.parse(text) as Manifest;
}

function pathsOf(target: Target): readonly string[] {
  return typeof target === "string" ? [target] : Object.values(target).flatMap(pathsOf);
}

/** A file; or, when the path ends in a star, a folder that is not empty. */
function leadsSomewhere(path: string): boolean {
  if (!path.endsWith("/*")) return existsSync(path);
  const folder = path.slice(0, -1);
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/** The value of an expression in a plain Node that stands in packages/api and knows no source. */
function runBuilt(expression: string): unknown {
  const code = `process.stdout.write(JSON.stringify(${expression}))`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: `${ROOT}packages/api`,
    encoding: "utf8",
    env: {},
  });
  if (stderr !== "") throw new Error(stderr);
  return JSON.parse(stdout);
}
