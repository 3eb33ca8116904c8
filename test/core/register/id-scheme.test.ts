import { expect, it } from "vitest";
import {
  idColumnsOf,
  idDecoder,
  schemeOfIds,
} from "../../../packages/core/src/register/id-scheme.ts";
import { SCHOOL } from "../../support/small-register.ts";

it("the БИН has its check digit and columns of its own", () => {
  expect(idDecoder("bin").decode("690240744431").ok).toBe(false);
  expect(idColumnsOf("bin")).toMatchObject({ own: "bin", successors: "successor_bin" });
});

it("a code is any short one", () => {
  expect(idDecoder("code").decode("690240744431")).toEqual({ ok: true, value: "690240744431" });
  expect(idColumnsOf("code")).toEqual({
    ...{ own: "id", successors: "successor", reference: "organisation" },
  });
});

it("ids without a scheme are БИН only if every one of them is", () => {
  expect(schemeOfIds([SCHOOL])).toBe("bin");
  expect(schemeOfIds([SCHOOL, "a"])).toBe("code");
});
