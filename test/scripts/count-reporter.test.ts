import { expect, it } from "vitest";
import { type CountedFile, countLine, projectsNotRun } from "../../scripts/count-reporter.ts";

it.each([
  ["nothing ran", [], 0, "0 passed, 0 failed"],
  [
    "passed and failed tests are counted",
    [file("failed", "passed", "failed")],
    0,
    "1 passed, 1 failed",
  ],
  ["a skipped test is neither", [file("passed", "passed", "skipped")], 0, "1 passed, 0 failed"],
  [
    "a file that does not load fails once",
    [file("failed"), file("passed", "passed")],
    0,
    "1 passed, 1 failed",
  ],
  ["an error outside of any test fails", [file("passed", "passed")], 1, "1 passed, 1 failed"],
])("%s", (_name, files, unhandledErrors, line) => {
  expect(countLine(files, unhandledErrors)).toBe(line);
});

it.each([
  ["a project that ran whole is not named", [file("passed", "passed")], []],
  ["one without a test is", [], ["e2e"]],
  ["one that skipped a test is", [file("passed", "passed", "skipped")], ["e2e"]],
  ["a failed test did run", [file("failed", "failed")], []],
])("%s", (_name, files, unrun) => {
  expect(projectsNotRun(files, ["e2e"])).toEqual(unrun);
});

function file(state: string, ...tests: readonly string[]): CountedFile {
  const project = { name: "e2e" };
  const allTests = () => tests.map((test) => ({ result: () => ({ state: test }) }));
  return { project, state: () => state, children: { allTests } };
}
