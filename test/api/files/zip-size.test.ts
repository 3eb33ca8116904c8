import { describe, expect, it } from "vitest";
import { findUnpackedSize } from "../../../packages/api/src/files/zip-size.ts";
import { workbookBytes } from "../../support/workbook.ts";

describe("the size of what an archive holds", () => {
  const bytes = workbookBytes({ Школы: Array.from({ length: 1000 }, () => ["одно и то же"]) });

  it("is read before anything is unpacked", () => {
    expect(findUnpackedSize(bytes)).toBeGreaterThan(bytes.length);
  });

  it.each([
    ["of an archive cut short", bytes.subarray(0, -50)],
    ["of text", new TextEncoder().encode("bin,name_ru\n")],
    ["of nothing", new Uint8Array()],
  ])("is unknown %s", (_what, broken) => {
    expect(findUnpackedSize(broken)).toBeUndefined();
  });

  it("is unknown when the directory is not where the archive says", () => {
    const moved = Uint8Array.from(bytes);
    moved.set([1, 0, 0, 0], moved.length - 6);
    expect(findUnpackedSize(moved)).toBeUndefined();
  });
});
