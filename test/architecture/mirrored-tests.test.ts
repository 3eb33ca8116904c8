import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { filesUnder, foldersIn, isCode, ROOT } from "../../scripts/source-files.ts";
import { hasBehaviour } from "../support/has-behaviour.ts";

const EXEMPT = /(?:^|\/)(?:index|main)[.]tsx?$/;

describe("every module with behaviour has a test at the same path", () => {
  it.each(foldersIn("packages"))("in %s", (name) => {
    const missing = filesUnder(`packages/${name}/src`)
      .filter((path) => isCode(path) && !EXEMPT.test(path))
      .filter((path) => hasBehaviour(readFileSync(`${ROOT}${path}`, "utf8")))
      .map((path) => mirrorOf(name, path))
      .filter((test) => !existsSync(`${ROOT}${test}`) && !existsSync(`${ROOT}${test}x`));
    expect(missing).toEqual([]);
  });
});

describe("every unit test stands in a folder of its package", () => {
  it.each(foldersIn("packages"))("in %s", (name) => {
    const strays = testsOf(name).filter((test) => {
      const folder = dirname(test).replace(`test/${name}`, "");
      const homes = [`packages/${name}/src${folder}`, `packages/${name}${folder}`];
      return !homes.some((home) => existsSync(`${ROOT}${home}`));
    });
    expect(strays).toEqual([]);
  });
});

describe("a module has behaviour", () => {
  it.each([
    ["when it has a function", "export function double(x: number) { return x * 2; }", true],
    ["when it holds values", "export const LIMIT = 3;", true],
    ["not when it has types only", "export type Name = string;\nexport interface Named {}", false],
    ["not when it passes exports on", 'export { a } from "./a.ts";', false],
    [
      "not when it declares a symbol for the compiler",
      "declare const brand: unique symbol;",
      false,
    ],
    ["not when it is empty", "", false],
  ])("%s", (_name, text, expected) => {
    expect(hasBehaviour(text)).toBe(expected);
  });
});

function mirrorOf(name: string, path: string): string {
  return path.replace(`packages/${name}/src/`, `test/${name}/`).replace(/[.]tsx?$/, ".test.ts");
}

function testsOf(name: string): readonly string[] {
  if (!existsSync(`${ROOT}test/${name}`)) return [];
  return filesUnder(`test/${name}`).filter((path) => /[.]test[.]tsx?$/.test(path));
}
