import { readFileSync } from "node:fs";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { visibleRows } from "../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { SheetGrid } from "../../../packages/ui/src/grid/sheet-grid.tsx";
import { sheetProps, TREE } from "../support/small-sheet.ts";

afterEach(cleanup);

const TOKENS = readFileSync(
  new URL("../../../packages/ui/src/theme/tokens.css", import.meta.url),
  "utf8",
);

it("takes its colours from tokens that the page has, so that another theme needs no other sheet", async () => {
  render(<SheetGrid {...sheetProps(visibleRows(TREE, () => true))} />);
  await screen.findByRole("rowheader", { name: /north/ });
  const styles = [...document.querySelectorAll("style")].map(
    ({ textContent }) => textContent ?? "",
  );
  const colours = styles.flatMap((css) => [
    ...css.matchAll(/--ag-[\w-]*color:\s*var\((--(?!ag-)[\w-]+)\)/gi),
  ]);
  const names = new Set(colours.map(([, name]) => name ?? ""));
  expect(names).toContain("--accent");
  expect([...names].filter((name) => !TOKENS.includes(`${name}:`))).toEqual([]);
});
