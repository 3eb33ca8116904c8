import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string): string => readFileSync(`packages/ui/src/${path}`, "utf8");

it("names only tokens that the page has, so that another theme needs no other sheet", () => {
  const tokens = read("theme/tokens.css");
  const named = [...read("grid/sheet-theme.ts").matchAll(/var\((--[\w-]+)\)/g)];
  const names = new Set(named.map(([, name]) => name ?? ""));
  expect(names).toContain("--accent");
  expect([...names].filter((name) => !tokens.includes(`${name}:`))).toEqual([]);
});
