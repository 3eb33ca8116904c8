import { expect, it } from "vitest";
import { envelopeOf } from "../../../packages/api/src/persistence/envelope-columns.ts";

it("a limit is there when both of its columns are", () => {
  expect(envelopeOf("43200000000000", "assumed")).toEqual({
    ...{ limit: 43_200_000_000_000n, status: "assumed" },
  });
  expect(envelopeOf(null, null)).toBeUndefined();
});
