/**
 * Every rule of .dependency-cruiser.mjs is broken once on purpose: a rule that cannot fail holds
 * nothing.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/source-files.ts";

type Tree = Readonly<Record<string, string>>;

const OPTIONS = await extractOptions(`${ROOT}.dependency-cruiser.mjs`);
const FOLDER = mkdtempSync(join(tmpdir(), "zhanbasy-boundaries-"));

const core = (path: string) => `packages/core/src/${path}`;
const used = "export const used = 1;\n";
const uses = (path: string) => `import { used } from "${path}";\nexport const user = used;\n`;
const usesType = (path: string) =>
  `import type { used } from "${path}";\nexport type User = typeof used;\n`;

const BREAKS: readonly (readonly [rule: string, tree: Tree])[] = [
  [
    "core-knows-nobody",
    { [core("codec/a.ts")]: uses("../../../api/src/a.ts"), "packages/api/src/a.ts": used },
  ],
  [
    "core-has-no-platform",
    { [core("codec/a.ts")]: 'import { sep } from "node:path";\nexport const a = sep;\n' },
  ],
  [
    "core-has-three-dependencies",
    {
      [core("codec/a.ts")]: uses("left-pad"),
      "node_modules/left-pad/package.json": '{ "name": "left-pad", "main": "index.js" }',
      "node_modules/left-pad/index.js": used,
    },
  ],
  [
    "core-kernel-looks-left-only",
    { [core("kernel/a.ts")]: uses("../money/index.ts"), [core("money/index.ts")]: used },
  ],
  [
    "core-ledger-looks-left-only",
    { [core("ledger/a.ts")]: uses("../codec/index.ts"), [core("codec/index.ts")]: used },
  ],
  [
    "core-folders-are-layers",
    { [core("codec/a.ts")]: uses("../tools/index.ts"), [core("tools/index.ts")]: used },
  ],
  [
    "core-is-entered-by-an-index",
    { [core("money/a.ts")]: uses("../kernel/b.ts"), [core("kernel/b.ts")]: used },
  ],
  [
    "core-index-opens-folders-only",
    { [core("index.ts")]: uses("./kernel/b.ts"), [core("kernel/b.ts")]: used },
  ],
  [
    "core-is-used-by-its-name",
    {
      "packages/api/src/a.ts": uses("../../core/src/kernel/index.ts"),
      [core("kernel/index.ts")]: used,
    },
  ],
  [
    "api-does-not-know-ui",
    { "packages/api/src/a.ts": uses("../../ui/src/b.ts"), "packages/ui/src/b.ts": used },
  ],
  [
    "usecases-know-no-transport",
    { "packages/api/src/usecases/a.ts": uses("../http/b.ts"), "packages/api/src/http/b.ts": used },
  ],
  [
    "identity-knows-no-transport",
    { "packages/api/src/identity/a.ts": uses("../http/b.ts"), "packages/api/src/http/b.ts": used },
  ],
  [
    "only-identity-knows-the-sign-in-library",
    {
      "packages/api/src/http/a.ts": uses("better-auth"),
      "node_modules/better-auth/package.json": '{ "name": "better-auth", "main": "index.js" }',
      "node_modules/better-auth/index.js": used,
    },
  ],
  [
    "ui-knows-only-the-contract",
    { "packages/ui/src/a.ts": usesType("../../api/src/app.ts"), "packages/api/src/app.ts": used },
  ],
  [
    "ui-knows-only-types-of-api",
    {
      "packages/ui/src/a.ts": uses("../../api/src/contract.ts"),
      "packages/api/src/contract.ts": used,
    },
  ],
  [
    "only-grid-knows-the-grid-library",
    {
      "packages/ui/src/features/a.ts": uses("ag-grid-community"),
      "node_modules/ag-grid-community/package.json":
        '{ "name": "ag-grid-community", "main": "index.js" }',
      "node_modules/ag-grid-community/index.js": used,
    },
  ],
  [
    "source-knows-no-tests",
    { "packages/api/src/a.ts": uses("../../../test/support/b.ts"), "test/support/b.ts": used },
  ],
  [
    "no-cycles",
    { "packages/api/src/a.ts": uses("./b.ts"), "packages/api/src/b.ts": uses("./a.ts") },
  ],
  ["no-orphans", { "packages/api/src/a.ts": used }],
  ["nothing-unresolvable", { "packages/api/src/a.ts": uses("./absent.ts") }],
];

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describe("a broken direction is refused", () => {
  it.each(BREAKS)("by %s", async (rule, tree) => {
    expect(await brokenRules(rule, tree)).toContain(rule);
  });
});

it("every rule is broken above, layers by their first and last", () => {
  const named = (OPTIONS.ruleSet?.forbidden ?? []).flatMap(({ name }) => name ?? []);
  const layers = /^core-(?!kernel|ledger)\w+-looks-left-only$/;
  const broken = new Set(BREAKS.map(([rule]) => rule));
  expect(named.filter((name) => !layers.test(name) && !broken.has(name))).toEqual([]);
});

async function brokenRules(name: string, tree: Tree): Promise<readonly string[]> {
  const folder = join(FOLDER, name);
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, "package.json"), "{}");
  const { output } = await cruise(["packages"], { ...OPTIONS, baseDir: folder, validate: true });
  if (typeof output === "string") throw new Error(output);
  return output.summary.violations.map((violation) => violation.rule.name);
}
