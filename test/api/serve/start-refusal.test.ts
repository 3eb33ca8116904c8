import { describe, expect, it } from "vitest";
import { createTranslate, LANGUAGES } from "../../../packages/api/src/create-translate.ts";
import {
  errorCode,
  REFUSAL_REASONS,
  refusalOfWrite,
  StartRefusal,
} from "../../../packages/api/src/serve/start-refusal.ts";

describe("a refusal to start", () => {
  it.each(LANGUAGES)("has a sentence for every reason in %s", async (language) => {
    const translate = await createTranslate(language);
    const without = REFUSAL_REASONS.filter(
      (reason) => translate.find(`start.refused.${reason}`) === undefined,
    );
    expect(without).toEqual([]);
  });

  it.each([
    ["ENOSPC", "diskFull"],
    ["EDQUOT", "diskFull"],
    ["EACCES", "folderUnwritable"],
    ["EROFS", "folderUnwritable"],
  ])("is what a write that fails with %s means", (code, reason) => {
    const refusal = refusalOfWrite(Object.assign(new Error(), { code }), "/data");
    expect(refusal).toBeInstanceOf(StartRefusal);
    expect(refusal).toMatchObject({ reason, facts: { folder: "/data" } });
  });

  it("is not made of a bug", () => {
    const bug = new TypeError("x is not a function");
    expect(refusalOfWrite(bug, "/data")).toBe(bug);
    expect(errorCode(bug)).toBe("");
  });
});
