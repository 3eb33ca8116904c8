import { expect, it } from "vitest";
import {
  PROVISION_STATUSES,
  weakestStatus,
} from "../../../packages/core/src/methodology/provision.ts";

it("a result is as strong as its weakest input", () => {
  expect(weakestStatus(["enacted", "assumed", "local"])).toBe("assumed");
  expect(weakestStatus(["local", "secondary"])).toBe("secondary");
  expect(weakestStatus(["enacted", "local"])).toBe("local");
  expect(weakestStatus([])).toBe("enacted");
});

it("statuses stand from strongest to weakest", () => {
  PROVISION_STATUSES.forEach((status, place) => {
    expect(weakestStatus(PROVISION_STATUSES.slice(0, place + 1))).toBe(status);
  });
});
