/** The city's single sign-on: out to the other server, and back from it. */
import type { SingleSignOn, SingleSignOnEnd } from "../usecases/identity-ports.ts";
import { CITY, type Library } from "./sign-in-library.ts";
import type { UnitOfWork } from "./unit-of-work.ts";

type Terms = {
  readonly name: string;
  readonly library: () => Library;
  readonly work: UnitOfWork;
};

/** What the library calls somebody who has no account and was not invited. */
const UNKNOWN = new Set(["signup_disabled", "account_not_linked", "email_not_found"]);

/** Where the library is told to send the browser; the route that asks decides by itself. */
const DONE = "/signed-in";

/** Single sign-on by the library. */
export function createSingleSignOn({ name, library, work }: Terms): SingleSignOn {
  return {
    name,
    start: async () => {
      const answer = await library()
        .api.signInSocial({
          body: {
            ...{ provider: CITY, disableRedirect: true },
            ...{ callbackURL: DONE, errorCallbackURL: "/" },
          },
          returnHeaders: true,
        })
        // The other server did not tell its addresses, or not in time.
        .catch(() => undefined);
      const url = answer?.response.url;
      if (answer === undefined || url === undefined) return undefined;
      return { url, cookies: answer.headers.getSetCookie() };
    },
    finish: async ({ query, cookies }, visitor) => {
      const answer = await work.entering({ way: "single-sign-on", visitor }, () =>
        library().api.callbackOAuth({
          method: "GET",
          params: { id: CITY },
          query: Object.fromEntries(new URLSearchParams(query)),
          headers: new Headers(cookies === undefined ? {} : { cookie: cookies }),
          asResponse: true,
        }),
      );
      return endOf(answer);
    },
  };
}

function endOf(answer: Response): SingleSignOnEnd {
  const cookies = answer.headers.getSetCookie();
  const location = new URL(answer.headers.get("location") ?? "/", "http://localhost");
  if (location.pathname === DONE) return { kind: "entered", cookies };
  const isUnknown = UNKNOWN.has(location.searchParams.get("error") ?? "");
  return { kind: isUnknown ? "unknown-person" : "failed", cookies };
}
