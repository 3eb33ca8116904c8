import { describe, expect, it } from "vitest";
import { bindText } from "../../../../packages/core/src/calculation/columns/bind-text.ts";
import { OUTERMOST } from "../../../../packages/core/src/calculation/columns/scope.ts";
import { InvariantViolation } from "../../../../packages/core/src/kernel/index.ts";
import { binderOf } from "../../../support/column-binder.ts";
import { label } from "../../../support/school-methodology.ts";
import { valuesInColumns } from "../../../support/three-schools.ts";

const MAPPING = {
  more: [
    {
      mappings: [
        {
          ...{ mapping: "owner_of", label: label("owner_of"), from: "district", to: "ownership" },
          codes: { north: "private", south: "state" },
        },
      ],
    },
  ],
};

describe("a code by the row", () => {
  it.each([
    ["written", "share['private']", ["0.25", "0.25", "0.25"]],
    ["of an attribute", "share[ownership]", ["1", "0.25", "1"]],
    ["of a mapping of an attribute", "share[owner_of[district]]", ["0.25", "0.25", "1"]],
    [
      "of a mapping of what a sum binds",
      "sum(over district: share[owner_of[district]])",
      ["1.25", "1.25", "1.25"],
    ],
    ["compared", "if(owner_of[district] = ownership, 1, 0)", ["0", "1", "1"]],
    ["bound by a sum", "sum(over level: if(level = 'basic', 1, 0))", ["1", "1", "1"]],
  ])("%s", (_name, text, expected) => {
    expect(valuesInColumns(text, MAPPING)).toEqual(expected);
  });
});

it("what yields a number is no code", () => {
  const { binder, expression } = binderOf("1 + 2");
  expect(() => bindText(expression, OUTERMOST, binder)).toThrow(InvariantViolation);
});
