import { describe, expect, it } from "vitest";

import {
  findCell,
  findOverride,
  reasonOf,
  saidValue,
} from "../../../../packages/ui/src/features/scenarios/read-override.ts";

const RATE = { parameter: "secondary.Ez", key: { level: "primary" }, value: "465488" };

describe("an override as it travels", () => {
  it("names its cell as the server does, its days with it", () => {
    expect(findCell({ ...RATE, reason: "" })).toBe("parameter secondary.Ez[level=primary]");
    expect(findCell({ ...RATE, validFrom: "2026-07-01", reason: "указ" })).toBe(
      "parameter secondary.Ez[level=primary] 2026-07-01..",
    );
    expect(findCell({ envelope: "1000.00", reason: "" })).toBe("envelope city");
  });

  it("is read without a reason, and says what it was given", () => {
    expect(reasonOf(RATE)).toBe("");
    expect(reasonOf({ ...RATE, reason: "указ" })).toBe("указ");
  });

  it.each([
    [RATE, "465488"],
    [{ fact: "secondary.enrolled", organisation: "001", value: "180" }, "180"],
    [{ fact: "secondary.enrolled", organisation: "001", value: null }, null],
    [{ formula: "secondary.norm", expression: ["a +", "b"] }, "a +\nb"],
    [{ switch: "floor", on: false }, "false"],
    [{ envelope: "432000000000" }, "432000000000.00"],
  ])("of %j says %j", (json, said) => {
    const override = findOverride(json);
    expect(override && saidValue(override)).toBe(said);
  });

  it("that is none is not found", () => {
    expect(findOverride({ reason: "ничего" })).toBeUndefined();
    expect(findCell({ envelope: "много", reason: "" })).toBeUndefined();
  });
});
