import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { AUDIT_ACTIONS } from "../../../packages/api/src/usecases/audit-ports.ts";
import { filesUnder, isCode, ROOT } from "../../../scripts/source-files.ts";

const LIST = "packages/api/src/usecases/audit-ports.ts";

it("every action of the journal is written by something", () => {
  const source = filesUnder("packages/api/src")
    .filter((path) => isCode(path) && path !== LIST)
    .map((path) => readFileSync(`${ROOT}${path}`, "utf8"))
    .join("\n");
  expect(AUDIT_ACTIONS.filter((action) => !source.includes(`"${action}"`))).toEqual([]);
});
