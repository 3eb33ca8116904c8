/** The last line of a test run, for those who count: `N passed, N failed`, alone on its line. */
import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** What is counted of a test file. */
export type CountedFile = {
  readonly state: () => string;
  readonly children: { readonly allTests: () => Iterable<CountedTest> };
};

type CountedTest = { readonly result: () => { readonly state: string } };

export const countReporter: Reporter = {
  onTestRunEnd(files: readonly TestModule[], unhandled: readonly SerializedError[]) {
    process.stdout.write(`\n${countLine(files, unhandled.length)}\n`);
  },
};

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
