import { describe, expect, it } from "vitest";
import {
  checkOrganisation,
  findAbsentOrganisations,
  openReferences,
} from "../../../packages/core/src/register/organisation-references.ts";
import { openTable } from "../../../packages/core/src/register/table-reader.ts";
import { briefly, rawTable } from "../../support/raw-tables.ts";
import { SCHOOL, STRANGER } from "../../support/small-register.ts";

const OTHER_STRANGER = "600140375485";

describe("an organisation", () => {
  it.each([
    ["is known when the register has it", SCHOOL, new Set([SCHOOL]), []],
    ["is unknown otherwise", STRANGER, new Set([SCHOOL]), ["organisation-unknown 5 bin"]],
    ["is not asked for when an amount is citywide", "", new Set<string>(), []],
    ["is not asked for when its cell was at fault", undefined, new Set<string>(), []],
    ["is not asked for when there is no list to ask", STRANGER, undefined, []],
  ] as const)("%s", (_name, id, knownIds, expected) => {
    expect(check([[5, id]], openReferences(knownIds, 0))).toEqual(expected);
  });

  it("is told once for each table", () => {
    const references = openReferences(new Set(), 0);
    const both = [5, 6].map((row) => [row, STRANGER] as const);
    check(both, references, "last_year.csv");
    expect(check(both, references)).toEqual([
      "organisation-unknown 5 bin",
      "organisation-unknown 5 bin",
    ]);
  });
});

describe("rows that hide organisations", () => {
  const rows = [
    [5, STRANGER],
    [6, OTHER_STRANGER],
    [7, STRANGER],
  ] as const;

  it.each([
    [0, ["organisation-unknown 5 bin", "organisation-unknown 6 bin"]],
    [1, ["organisation-unknown 6 bin"]],
    [2, []],
  ])("%i of them stand for as many absent ones, those asked for most", (hidden, expected) => {
    expect(check(rows, openReferences(new Set(), hidden))).toEqual(expected);
  });

  it("stand for nobody when absent ones are asked for equally", () => {
    expect(check(rows.slice(0, 2), openReferences(new Set(), 1))).toHaveLength(2);
  });
});

function check(
  rows: readonly (readonly [row: number, id: string | undefined])[],
  references: ReturnType<typeof openReferences>,
  file = "estimates.csv",
): readonly string[] {
  const findings = { issues: [], warnings: [] };
  const reader = openTable(rawTable(file), [], findings);
  for (const [row, id] of rows) {
    checkOrganisation(reader, { row, cells: [] }, { id, column: "bin" }, references);
  }
  return briefly(findAbsentOrganisations(references));
}
