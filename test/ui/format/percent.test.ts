import { describe, expect, it } from "vitest";

import { formatShare } from "../../../packages/ui/src/format/percent.ts";

describe("a share of a whole", () => {
  it("has two decimals and a narrow space", () => {
    expect(formatShare(43_081_997_360_000n, 43_200_000_000_000n, "ru")).toBe("99,73\u202F%");
    expect(formatShare(1n, 3n, "en")).toBe("33.33\u202F%");
  });

  it("of nothing is a dash", () => {
    expect(formatShare(1n, 0n, "ru")).toBe("—");
  });
});
