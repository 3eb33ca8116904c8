import { expect, it } from "vitest";
import { valuesOfYear } from "../../../packages/core/src/index.ts";
import { BASE } from "../../support/overridden-city.ts";

it("every value that stands in the year is listed with its days", () => {
  const listed = valuesOfYear(BASE).map(({ parameter, key, from, to, isWholeYear, value }) =>
    [parameter.id, [...key].join(), from, to, isWholeYear, value.digits].join(" "),
  );
  expect(listed).toEqual([
    "rate level,primary 2026-01-01 2027-01-01 true 1000",
    "rate level,basic 2026-01-01 2027-01-01 true 2000",
    "share  2026-01-01 2027-01-01 true 1",
    "turn  2026-01-01 2026-07-01 false 1",
    "turn  2026-07-01 2027-01-01 false 2",
    "slow  2026-01-01 2027-01-01 true 3",
    "spare  2026-01-01 2027-01-01 true 7",
  ]);
});
