/**
 * Tests run from source, without a build. Every folder of test/ that holds tests is a project of
 * its name, so a new folder cannot be forgotten: `npx vitest run --project core`.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { countReporter } from "./scripts/count-reporter.ts";

const TESTS = fileURLToPath(new URL("test", import.meta.url));
const conditions = ["@zhanbasy/source", "module", "node", "development|production"];
/** What a project needs running before its first test. */
const SET_UP: Readonly<Record<string, readonly string[]>> = {
  api: ["start-database.ts"],
  e2e: ["start-product.ts"],
  grid: ["start-grid-page.ts"],
};
/** Projects whose files leave nothing behind for one another. */
const SHARED = ["api", "core", "methodologies", "golden", "oracle", "ui"];
/** What stands before each file of a project. */
const BEFORE: Readonly<Record<string, readonly string[]>> = { ui: ["ui/support/leave-nothing.ts"] };
const SLOW: Readonly<Record<string, number>> = {
  api: 60_000,
  architecture: 120_000,
  e2e: 120_000,
  grid: 120_000,
  oracle: 120_000,
};

export default defineConfig({
  test: {
    reporters: ["default", countReporter(isWholeRun() ? projectNames() : [])],
    coverage: { provider: "v8", include: ["packages/*/src/**"], exclude: ["**/index.ts"] },
    projects: projectNames().map((name) => ({
      resolve: { conditions },
      ssr: { resolve: { conditions } },
      test: {
        name,
        include: [`test/${name}/**/*.test.{ts,tsx}`],
        environment: name === "ui" ? "jsdom" : "node",
        // What one file imported the next one may use, where files leave nothing behind.
        isolate: !SHARED.includes(name),
        setupFiles: (BEFORE[name] ?? []).map((file) => `${TESTS}/${file}`),
        globalSetup: (SET_UP[name] ?? []).map((file) => `${TESTS}/support/${file}`),
        testTimeout: SLOW[name] ?? 20_000,
        hookTimeout: SLOW[name] ?? 20_000,
        // What a hand sees comes within a second or two, also while other tests run.
        expect: { poll: { timeout: name === "grid" ? 5000 : 1000 } },
      },
    })),
  },
});

/** The check that everything passes through, over all tests. */
function isWholeRun(): boolean {
  return process.env["CI"] === "true" && process.argv.slice(2).join(" ") === "run";
}

function projectNames(): readonly string[] {
  return readdirSync(TESTS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && holdsTests(`${TESTS}/${entry.name}`))
    .map((entry) => entry.name)
    .sort();
}

function holdsTests(folder: string): boolean {
  return readdirSync(folder, { recursive: true }).some((path) =>
    /[.]test[.]tsx?$/.test(String(path)),
  );
}
