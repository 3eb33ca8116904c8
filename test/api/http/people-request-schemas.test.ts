import { describe, expect, it } from "vitest";
import {
  firstRunRequest,
  invitationRequest,
  ownAccountRequest,
  signInRequest,
  tokenParameter,
} from "../../../packages/api/src/http/people-request-schemas.ts";

describe("what people type is read as they mean it", () => {
  it("addresses in small letters, names without what stands around them", () => {
    const asked = { email: " Ivan@Example.KZ ", name: "  Иван  ", role: "editor", language: "ru" };
    expect(invitationRequest.parse(asked)).toEqual({
      ...{ email: "ivan@example.kz", name: "Иван", role: "editor", language: "ru" },
      organisationIds: [],
    });
  });

  it("a password as it is", () => {
    const { password } = signInRequest.parse({ email: "a@example.kz", password: "  Ab  " });
    expect(password).toBe("  Ab  ");
  });
});

describe("what cannot be meant is refused with what is expected", () => {
  it.each<readonly [string, unknown]>([
    ["name@example.kz", { email: "ivan", password: "x" }],
    ["name@example.kz", { email: 5, password: "x" }],
    ["12–128", { email: "a@example.kz", password: "" }],
    ["12–128", { email: "a@example.kz", password: "x".repeat(1025) }],
    ["email, password", { email: "a@example.kz", password: "x", more: 1 }],
    ["email, password", "text"],
  ])("%s", (expected, body) => {
    const { error } = signInRequest.safeParse(body);
    expect(error?.issues.map(({ message }) => message)).toEqual([expected]);
  });

  it.each(["", "   ", "я".repeat(121), "a\u0000b", "a\nb"])("a name such as %j", (name) => {
    expect(ownAccountRequest.safeParse({ name }).success).toBe(false);
  });

  it("a role or a language that there is not, and a code without end", () => {
    const first = { code: "ABCD-EFGH", name: "И", email: "a@example.kz", password: "x" };
    expect(firstRunRequest.safeParse({ ...first, language: "de" }).success).toBe(false);
    const endless = { ...first, code: "A".repeat(41), language: "ru" };
    expect(firstRunRequest.safeParse(endless).success).toBe(false);
    expect(tokenParameter.safeParse({ token: "../../etc" }).success).toBe(false);
  });
});
