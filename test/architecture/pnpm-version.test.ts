import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { filesUnder, ROOT } from "../../scripts/source-files.ts";

const NAMED = /\bpnpm@(\d[\w.-]*)/g;
const BINARY = /[.](?:xlsx|png|gz|woff2?)$/;

it("package.json is the one place that names the version of pnpm", () => {
  const places = filesUnder("")
    .filter((path) => !BINARY.test(path))
    .flatMap((path) => versionsIn(path).map((version) => `${path}: ${version}`));
  expect(places).toEqual([expect.stringMatching(/^package[.]json: \d+[.]\d+[.]\d+$/)]);
});

it("the set-up reads that version instead of repeating it", () => {
  const setup = readFileSync(`${ROOT}scripts/install.mjs`, "utf8");
  expect(setup).toContain("packageManager");
});

function versionsIn(path: string): readonly string[] {
  const text = readFileSync(`${ROOT}${path}`, "utf8");
  return [...text.matchAll(NAMED)].flatMap(([, version]) => version ?? []);
}
