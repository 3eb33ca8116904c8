import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, beforeEach, expect, it } from "vitest";

import type { ExplainedNode } from "../../../../packages/ui/src/features/explanation/explained-node.ts";
import { ExplainedTree } from "../../../../packages/ui/src/features/explanation/explained-tree.tsx";
import { useFoldMemory } from "../../../../packages/ui/src/features/explanation/fold-memory.ts";
import { createCoreTranslate } from "../../../../packages/ui/src/i18n/texts.ts";

const LEAF = nodeOf("Ставка", { grounds: ["статус: условное"] });
const TREE = [nodeOf("Норматив", { inputs: [LEAF] }), nodeOf("Ученики", {})];

beforeEach(() => localStorage.clear());
afterEach(cleanup);

it("the first level is open, its grounds below it when asked", () => {
  render(<Tree />);
  expect(screen.getByRole("button", { name: /Норматив/ }).getAttribute("aria-expanded")).toBe(
    "true",
  );
  const rate = screen.getByRole("button", { name: /Ставка/ });
  expect(screen.queryByText("статус: условное")).toBeNull();
  fireEvent.click(rate);
  expect(screen.getByText("статус: условное")).toBeTruthy();
});

it("a value with nothing below it is no button", () => {
  render(<Tree />);
  expect(screen.queryByRole("button", { name: /Ученики/ })).toBeNull();
  expect(screen.getByText("Ученики")).toBeTruthy();
});

function Tree(): ReactElement {
  const folds = useFoldMemory();
  return <ExplainedTree nodes={TREE} folds={folds} words={createCoreTranslate("ru")} />;
}

function nodeOf(title: string, parts: Partial<ExplainedNode>): ExplainedNode {
  return {
    ...{ place: title, name: title, title, value: "1", detail: undefined, status: "assumed" },
    ...{ grounds: [], inputs: [], ...parts },
  };
}
