/** Session cookies as the sign-in library writes them: `<token>.<signature>`, percent-encoded. */
import { createHmac, timingSafeEqual } from "node:crypto";

/** What the cookies of this place are called and how they are sent. */
export type CookieTerms = { readonly name: string; readonly isSecure: boolean };

/**
 * Places of data on one computer share its cookies, so that each has its own name. A browser takes
 * `__Host-` only from the very host, over https, for all of its paths.
 */
export function cookieTerms(instance: string, isSecure: boolean): CookieTerms {
  const name = `zhanbasy-${instance.slice(0, 8)}`;
  return { name: isSecure ? `__Host-${name}` : name, isSecure };
}

/** The token of the cookie, when its signature is ours. */
export function readSignedCookie(
  cookies: string,
  { name, secret }: { readonly name: string; readonly secret: string },
): string | undefined {
  const prefix = `${name}=`;
  const pair = cookies.split(";").find((each) => each.trim().startsWith(prefix));
  const value = decode(pair?.trim().slice(prefix.length) ?? "");
  const dot = value.lastIndexOf(".");
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), "base64");
  const own = createHmac("sha256", secret).update(token).digest();
  return given.length === own.length && timingSafeEqual(given, own) ? token : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Whatever is no percent-encoding was not written by us.
    return "";
  }
}

/** The cookie that makes a browser forget another of the name. */
export function forgettingCookie({ name, isSecure }: CookieTerms): string {
  return `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}
