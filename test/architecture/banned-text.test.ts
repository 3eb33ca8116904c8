/** Text that must not enter the repository, each with what to write instead. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesUnder, ROOT } from "../../scripts/source-files.ts";

type Ban = { readonly name: string; readonly pattern: RegExp; readonly among: RegExp };

const ANYWHERE = /./;
const TESTS = /[.]test[.]ts$/;
const BANS: readonly Ban[] = [
  ban("a path of one machine", /(?<![\w.:@/-])[/](?:work|root|home|Users|tmp)[/]\w/, ANYWHERE),
  ban("a path of one Windows machine", /\b[A-Z]:\\\\?Users\b/, ANYWHERE),
  ban("the host of a package registry", /\bregistry[.][\w-]+[.]\w|_auth(?:Token)?\s*=/i, ANYWHERE),
  ban("a package from an address", /^\s*(?:tarball|resolution: \{tarball):/m, /pnpm-lock[.]yaml$/),
  ban("a mark of unfinished work", /\b(?:TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b/, ANYWHERE),
  ban("a promise instead of a fact", /\bcoming[ ]soon\b/i, ANYWHERE),
  ban("a silenced compiler", /@ts-(?:ignore|nocheck|expect-error)/, /[.](?:ts|tsx|mjs)$/),
  ban(
    "a focused or skipped test",
    /\b(?:describe|it|test)(?:[.]\w+)*[.](?:only|skip|todo|fails)\b/,
    TESTS,
  ),
  ban("a focused or skipped test", /\b(?:fit|xit|fdescribe|xdescribe)\(/, TESTS),
];

const ALL = filesUnder("");

describe("no file holds", () => {
  it.each(BANS)("$name", ({ pattern, among }) => {
    const found = ALL.filter((path) => among.test(path) && isOther(path))
      .map((path) => [path, textOf(path)] as const)
      .flatMap(([path, text]) => placesOf(pattern, text).map((row) => `${path}:${row}`));
    expect(found).toEqual([]);
  });
});

it("finds each kind of banned text when it is there", () => {
  const planted = [
    `cd ${"/ho"}me/user`,
    "C:\\Users\\user",
    `https://${"registry"}.example.org/`,
    "    tarball: file.tgz",
    `// ${"TO"}DO: later`,
    `This is ${"coming"} soon.`,
    "// @ts-ignore",
    `it.${"skip"}("x")`,
    `${"x"}it("x")`,
  ];
  for (const [place, { pattern }] of BANS.entries()) expect(planted[place]).toMatch(pattern);
});

function ban(name: string, pattern: RegExp, among: RegExp): Ban {
  return { name, pattern, among };
}

/** This file names what it bans. */
function isOther(path: string): boolean {
  return path !== "test/architecture/banned-text.test.ts";
}

function textOf(path: string): string {
  const bytes = readFileSync(`${ROOT}${path}`);
  return bytes.includes(0) ? "" : bytes.toString("utf8");
}

function placesOf(pattern: RegExp, text: string): readonly number[] {
  if (!pattern.test(text)) return [];
  return text.split("\n").flatMap((line, row) => (pattern.test(line) ? [row + 1] : []));
}
