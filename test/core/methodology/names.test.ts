import { describe, expect, it } from "vitest";
import { InvariantViolation } from "../../../packages/core/src/kernel/index.ts";
import {
  allNames,
  findNamedValue,
  unitFrom,
} from "../../../packages/core/src/methodology/names.ts";
import { describeType } from "../../../packages/core/src/methodology/value-type.ts";
import { labelOf, TINY_NAMES } from "../../support/tiny-names.ts";

describe("a name stands for a value with dimensions and a type", () => {
  it.each([
    ["open", "calendar", ["month"], true, "true | false"],
    ["month_number", "calendar", ["month"], false, "month"],
    ["ownership", "attribute", [], true, "[ownership]"],
    ["capacity", "attribute", [], true, "pupil"],
    ["commissioned_on", "attribute", [], true, "YYYY-MM-DD"],
    ["pupils", "fact", ["count", "level"], true, "pupil"],
    ["Ez", "parameter", ["level"], false, "KZT/pupil/year"],
    ["norm", "formula", ["level", "location"], false, "KZT/pupil/year"],
    ["is_big", "formula", [], true, "true | false"],
  ])("%s", (name, kind, dimensions, needsOrganisation, type) => {
    const found = findNamedValue(TINY_NAMES, name);
    expect(found).toMatchObject({ kind, dimensions, needsOrganisation });
    expect(found && describeType(found.type)).toBe(type);
  });

  it("or for nothing", () => {
    expect(findNamedValue(TINY_NAMES, "level")).toBeUndefined();
    expect(findNamedValue(TINY_NAMES, "nobody")).toBeUndefined();
  });
});

it("several codes at once are a type of their own", () => {
  const type = { kind: "codes", codeList: "level" } as const;
  const common = { label: labelOf("x"), column: "x", derivation: undefined, isOptional: false };
  const attributes = new Map([["languages", { id: "languages", type, ...common }]]);
  const found = findNamedValue({ ...TINY_NAMES, attributes }, "languages");
  expect(found && describeType(found.type)).toBe("[level; …]");
});

it("every name may be suggested, dimensions and months too", () => {
  expect(allNames(TINY_NAMES)).toEqual(
    expect.arrayContaining(["open", "month_number", "capacity", "pupils", "Ez", "norm", "level"]),
  );
});

it("the unit of a definition was checked before", () => {
  expect(unitFrom("KZT/pupil").get("pupil")).toBe(-1);
  expect(() => unitFrom("KZT per pupil")).toThrow(InvariantViolation);
});
