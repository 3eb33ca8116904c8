import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { ISSUE_FACTS } from "../../packages/core/src/index.ts";

const FOLDER = new URL("../faults/", import.meta.url);

it("every code of an issue has one broken document, and every document breaks one code", () => {
  const fixtures = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(/\.json$/, ""));
  expect(fixtures.toSorted()).toEqual(Object.keys(ISSUE_FACTS).toSorted());
});
