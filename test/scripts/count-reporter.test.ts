import { expect, it } from "vitest";
import { type CountedFile, countLine } from "../../scripts/count-reporter.ts";

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

function file(state: string, ...tests: readonly string[]): CountedFile {
  const allTests = () => tests.map((test) => ({ result: () => ({ state: test }) }));
  return { state: () => state, children: { allTests } };
}
