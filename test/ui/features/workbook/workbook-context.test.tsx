import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { useWorkbook } from "../../../../packages/ui/src/features/workbook/workbook-context.ts";

afterEach(cleanup);

describe("a part of the workbook", () => {
  it("cannot stand outside of one", () => {
    expect(() => renderHook(() => useWorkbook())).toThrow("outside of a workbook");
  });
});
