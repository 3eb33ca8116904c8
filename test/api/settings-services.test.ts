import { describe, expect, it } from "vitest";
import { readServiceSettings } from "../../packages/api/src/settings-services.ts";
import { refusalOf } from "../support/refusal-of.ts";

const MAIL = {
  ZHANBASY_SMTP_URL: "smtp://post:secret@mail.example.kz:587",
  ZHANBASY_MAIL_FROM: "Жан басы <zhanbasy@example.kz>",
};
const SIGN_ON = {
  ZHANBASY_OIDC_ISSUER: "https://id.example.kz/realm",
  ZHANBASY_OIDC_CLIENT_ID: "zhanbasy",
  ZHANBASY_OIDC_CLIENT_SECRET: "secret",
};

describe("settings of services", () => {
  it("need none", () => {
    expect(readServiceSettings({})).toEqual({
      mail: undefined,
      singleSignOn: undefined,
      secret: undefined,
    });
  });

  it("name a server of mail, a single sign-on and what sessions are signed with", () => {
    const secret = "s".repeat(32);
    expect(readServiceSettings({ ...MAIL, ...SIGN_ON, ZHANBASY_SECRET: secret })).toEqual({
      mail: { url: MAIL.ZHANBASY_SMTP_URL, from: MAIL.ZHANBASY_MAIL_FROM },
      singleSignOn: {
        issuer: "https://id.example.kz/realm",
        clientId: "zhanbasy",
        clientSecret: "secret",
        name: "id.example.kz",
      },
      secret,
    });
  });

  it("call a single sign-on as people do", () => {
    const env = { ...SIGN_ON, ZHANBASY_OIDC_NAME: "Smart Almaty" };
    expect(readServiceSettings(env).singleSignOn?.name).toBe("Smart Almaty");
  });

  it("let a single sign-on of this computer go without https", () => {
    const env = { ...SIGN_ON, ZHANBASY_OIDC_ISSUER: "http://127.0.0.1:4000" };
    expect(readServiceSettings(env).singleSignOn?.name).toBe("127.0.0.1:4000");
  });

  it("name what is missing when only some of them are given", async () => {
    const { ZHANBASY_OIDC_ISSUER } = SIGN_ON;
    const refusal = await refusalOf(() => readServiceSettings({ ZHANBASY_OIDC_ISSUER }));
    expect(refusal).toEqual({
      reason: "settingsIncomplete",
      facts: { missing: "ZHANBASY_OIDC_CLIENT_ID, ZHANBASY_OIDC_CLIENT_SECRET" },
    });
  });

  it.each([
    [{ ...MAIL, ZHANBASY_SMTP_URL: "mail.example.kz:secret" }, "smtpUrlInvalid"],
    [{ ...MAIL, ZHANBASY_SMTP_URL: "http://mail.example.kz/secret" }, "smtpUrlInvalid"],
    [{ ...MAIL, ZHANBASY_MAIL_FROM: "secret" }, "mailFromInvalid"],
    [{ ...MAIL, ZHANBASY_MAIL_FROM: "a@b.kz\r\nBcc: secret@b.kz" }, "mailFromInvalid"],
    [{ ...SIGN_ON, ZHANBASY_OIDC_ISSUER: "http://secret.example.kz" }, "oidcIssuerInvalid"],
    [{ ...SIGN_ON, ZHANBASY_OIDC_ISSUER: "secret" }, "oidcIssuerInvalid"],
    [{ ZHANBASY_SECRET: "secret" }, "secretShort"],
  ])("refuse %o, and do not repeat it", async (env, reason) => {
    const refusal = await refusalOf(() => readServiceSettings(env));
    expect(refusal.reason).toBe(reason);
    expect(JSON.stringify(refusal.facts)).not.toContain("secret");
  });
});
