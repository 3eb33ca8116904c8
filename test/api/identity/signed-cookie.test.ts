import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  cookieTerms,
  forgettingCookie,
  readSignedCookie,
} from "../../../packages/api/src/identity/signed-cookie.ts";

const secret = "a secret that signs";
const sign = (token: string) => createHmac("sha256", secret).update(token).digest("base64");
const cookieOf = (token: string, signature = sign(token)) =>
  `zhanbasy=${encodeURIComponent(`${token}.${signature}`)}`;
const read = (cookies: string) => readSignedCookie(cookies, { name: "zhanbasy", secret });

describe("a session cookie", () => {
  it("gives its token when the signature is ours, wherever it stands", () => {
    expect(read(cookieOf("abc"))).toBe("abc");
    expect(read(`a=1; ${cookieOf("with.dots")} ; b=2`)).toBe("with.dots");
  });

  it.each([
    ["of another token", cookieOf("abc", sign("abd"))],
    ["that is cut", cookieOf("abc", sign("abc").slice(0, 20))],
    ["without a signature", "zhanbasy=abc"],
    ["of another name", cookieOf("abc").replace("zhanbasy", "zhanbasy-2")],
    ["that ends in another name", `x${cookieOf("abc")}`],
    ["that is no encoding", "zhanbasy=%E0%A4%A"],
    ["of nothing", ""],
  ])("gives nothing %s", (_, cookies) => {
    expect(read(cookies)).toBeUndefined();
  });
});

describe("the cookies of a place of data", () => {
  it("have its name, and over https the prefix that ties them to the host", () => {
    expect(cookieTerms("0123456789abcdef", false).name).toBe("zhanbasy-01234567");
    expect(cookieTerms("0123456789abcdef", true).name).toBe("__Host-zhanbasy-01234567");
  });

  it("are forgotten with the attributes they were given with", () => {
    expect(forgettingCookie({ name: "a", isSecure: true })).toBe(
      "a=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure",
    );
    expect(forgettingCookie({ name: "a", isSecure: false })).not.toContain("Secure");
  });
});
