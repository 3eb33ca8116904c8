import { describe, expect, it } from "vitest";
import { readBenchOptions } from "./bench-options.ts";

describe("the words behind npm run bench", () => {
  it("name what is left out and where the measures go", () => {
    expect(readBenchOptions(["--quick", "--json", "bench.json"])).toEqual({
      ...{ isQuick: true, jsonFile: "bench.json", isMarkdown: false },
    });
  });

  it.each([["--fast"], ["--json"], ["quick"]])("are refused when nobody knows %s", (word) => {
    const refused = readBenchOptions([word]);
    expect("refusal" in refused ? refused.refusal : "").toContain("--quick, --json FILE");
  });
});
