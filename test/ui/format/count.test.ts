import { describe, expect, it } from "vitest";

import { formatAverage, formatCount } from "../../../packages/ui/src/format/count.ts";

describe("an average of people", () => {
  it.each([
    ["1536", "1\u202F536,00"],
    ["1536.5", "1\u202F536,50"],
    ["23/12", "1,92"],
    ["1/200", "0,01"],
    ["35/3", "11,67"],
    ["0", "0,00"],
  ])("%s is shown as %s", (exact, shown) => {
    expect(formatAverage(exact, "ru")).toBe(shown);
  });
});

describe("a number of things", () => {
  it("has groups and no decimals", () => {
    expect(formatCount(2256, "kk")).toBe("2\u202F256");
    expect(formatCount(2256n, "en")).toBe("2,256");
  });
});
