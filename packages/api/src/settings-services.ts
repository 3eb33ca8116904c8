/** Servers of others that the product speaks to: for mail, and for a city's single sign-on. */
import { type Environment, given } from "./environment.ts";
import { StartRefusal } from "./serve/start-refusal.ts";
import { isLoopback } from "./settings-network.ts";

export type MailSettings = {
  /** `ZHANBASY_SMTP_URL`: `smtp://user:password@mail.example.kz:587`. */
  readonly url: string;
  /** `ZHANBASY_MAIL_FROM`: who the letters are from. */
  readonly from: string;
};

export type SingleSignOnSettings = {
  /** `ZHANBASY_OIDC_ISSUER` */
  readonly issuer: string;
  /** `ZHANBASY_OIDC_CLIENT_ID` */
  readonly clientId: string;
  /** `ZHANBASY_OIDC_CLIENT_SECRET` */
  readonly clientSecret: string;
  /** `ZHANBASY_OIDC_NAME`: what people call it; the host of the issuer unless it is given. */
  readonly name: string;
};

export type ServiceSettings = {
  /** None where no mail server is known: links are handed over by people. */
  readonly mail: MailSettings | undefined;
  readonly singleSignOn: SingleSignOnSettings | undefined;
  /** `ZHANBASY_SECRET`: what sessions are signed with; made and kept where it is not given. */
  readonly secret: string | undefined;
};

const SHORTEST_SECRET = 32;

/** Settings of services; half of them, or what cannot be meant, is refused without its value. */
export function readServiceSettings(env: Environment): ServiceSettings {
  const secret = given(env, "ZHANBASY_SECRET");
  if (secret !== undefined && secret.length < SHORTEST_SECRET) {
    throw new StartRefusal("secretShort", { least: String(SHORTEST_SECRET) });
  }
  return { mail: mailOf(env), singleSignOn: singleSignOnOf(env), secret };
}

function mailOf(env: Environment): MailSettings | undefined {
  const found = together(env, ["ZHANBASY_SMTP_URL", "ZHANBASY_MAIL_FROM"]);
  if (found === undefined) return undefined;
  const [url = "", from = ""] = found;
  const isServer = /^smtps?:\/\/[^/]/i.test(url) && URL.canParse(url);
  if (!isServer) throw new StartRefusal("smtpUrlInvalid");
  // A line break would add lines to the head of every letter.
  if (!/^[^\r\n]*[^\s@]+@[^\s@]+$/.test(from)) throw new StartRefusal("mailFromInvalid");
  return { url, from };
}

function singleSignOnOf(env: Environment): SingleSignOnSettings | undefined {
  const found = together(env, [
    "ZHANBASY_OIDC_ISSUER",
    "ZHANBASY_OIDC_CLIENT_ID",
    "ZHANBASY_OIDC_CLIENT_SECRET",
  ]);
  if (found === undefined) return undefined;
  const [issuer = "", clientId = "", clientSecret = ""] = found;
  if (!URL.canParse(issuer)) throw new StartRefusal("oidcIssuerInvalid");
  const { protocol, hostname, host } = new URL(issuer);
  const isSafe = protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
  if (!isSafe) throw new StartRefusal("oidcIssuerInvalid");
  return { issuer, clientId, clientSecret, name: given(env, "ZHANBASY_OIDC_NAME") ?? host };
}

/** All of the variables, or none: with some of them nobody knows what is meant. */
function together(env: Environment, names: readonly string[]): readonly string[] | undefined {
  const values = names.map((name) => given(env, name));
  const missing = names.filter((_, index) => values[index] === undefined);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0) {
    throw new StartRefusal("settingsIncomplete", { missing: missing.join(", ") });
  }
  return values.map((value) => value ?? "");
}
