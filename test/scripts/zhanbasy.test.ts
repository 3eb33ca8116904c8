import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { buildWhatChanged } from "../../scripts/build.mjs";
import { ROOT } from "../../scripts/source-files.ts";

type Surroundings = { readonly cwd: string; readonly env?: Readonly<Record<string, string>> };

const LAUNCHER = fileURLToPath(new URL("../../scripts/zhanbasy.mjs", import.meta.url));
const DATA = `${ROOT}packages/core/data`;
const CHECK = ["check-methodology", "./kz/almaty"];

beforeAll(() => {
  if (!buildWhatChanged()) throw new Error("The packages do not compile.");
});

describe("the launcher of the command line", () => {
  it("reads paths from the folder where it is called", () => {
    expect(launch(CHECK, { cwd: DATA })).toMatchObject({ status: 0, stderr: "" });
  });

  it("reads paths from the folder where npm was called", () => {
    const env = { npm_lifecycle_event: "zhanbasy", INIT_CWD: DATA };
    expect(launch(CHECK, { cwd: ROOT, env })).toMatchObject({ status: 0, stderr: "" });
  });

  it("does not take the folder of another script of npm for the user's", () => {
    const env = { npm_lifecycle_event: "check:tests", INIT_CWD: DATA };
    expect(launch(["check-methodology", "absent"], { cwd: tmpdir(), env }).status).toBe(2);
  });

  it("passes on the exit code of a refused input", () => {
    expect(launch(["check-methodology", "absent"], { cwd: ROOT }).status).toBe(2);
  });

  it("leaves standard output to the command", () => {
    expect(launch(["--help"], { cwd: ROOT }).stdout).toMatch(/^Вызов: zhanbasy /);
  });
});

function launch(words: readonly string[], { cwd, env }: Surroundings) {
  const inherited = { ...process.env, npm_lifecycle_event: "", INIT_CWD: "" };
  return spawnSync(process.execPath, [LAUNCHER, ...words], {
    cwd,
    env: { ...inherited, ...env },
    encoding: "utf8",
  });
}
