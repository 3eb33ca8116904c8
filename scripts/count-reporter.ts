/**
 * The last line of a test run, for those who count: `N passed, N failed`, alone on its line. A run
 * that must be whole fails where a project ran no test or skipped one.
 */
import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** What is counted of a test file. */
export type CountedFile = {
  readonly project: { readonly name: string };
  readonly state: () => string;
  readonly children: { readonly allTests: () => Iterable<CountedTest> };
};

type CountedTest = { readonly result: () => { readonly state: string } };

/** `required` names the projects that must have run whole; none for a run by hand. */
export function countReporter(required: readonly string[]): Reporter {
  return {
    onTestRunEnd(files: readonly TestModule[], unhandled: readonly SerializedError[]) {
      const unrun = projectsNotRun(files, required);
      for (const name of unrun) process.stderr.write(`The tests of ${name} were not all run.\n`);
      if (unrun.length > 0) process.exitCode = 1;
      process.stdout.write(`\n${countLine(files, unhandled.length + unrun.length)}\n`);
    },
  };
}

/** Projects without a test that ran, or with one that was skipped. */
export function projectsNotRun(
  files: readonly CountedFile[],
  required: readonly string[],
): readonly string[] {
  return required.filter((name) => {
    const tests = files.filter(({ project }) => project.name === name).flatMap(testsOf);
    return tests.length === 0 || tests.some((test) => hasState(test, "skipped"));
  });
}

/** A file that fails without a failed test, because it does not load, is one failure. */
export function countLine(files: readonly CountedFile[], unhandledErrors: number): string {
  const tests = files.flatMap(testsOf);
  const passed = tests.filter((test) => hasState(test, "passed")).length;
  const failed = tests.filter((test) => hasState(test, "failed")).length;
  const broken = files.filter((file) => file.state() === "failed" && !hasFailedTest(file)).length;
  return `${passed} passed, ${failed + broken + unhandledErrors} failed`;
}

function hasFailedTest(file: CountedFile): boolean {
  return testsOf(file).some((test) => hasState(test, "failed"));
}

function testsOf(file: CountedFile): readonly CountedTest[] {
  return [...file.children.allTests()];
}

function hasState(test: CountedTest, state: string): boolean {
  return test.result().state === state;
}
