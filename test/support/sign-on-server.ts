/** A single sign-on server of a city (OpenID Connect) on this computer, which asks no questions. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import type { SingleSignOnServer } from "../../packages/api/src/identity/sign-in-library.ts";

/** Whom it signs in next, and what it says of them. */
export type SignedOn = {
  readonly subject: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
};

export type SignOnServer = {
  readonly settings: SingleSignOnServer;
  /** Walks from the address of the start through its pages; where it leads in the end. */
  readonly walk: (url: string, person: SignedOn) => Promise<string>;
  readonly close: () => Promise<void>;
};

const CLIENT = { clientId: "zhanbasy", clientSecret: "a secret between two servers of a test" };

/** Starts it for a product at this address. */
export async function startSignOnServer(redirectUri: string): Promise<SignOnServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, SignedOn>();
  const provider = createProvider(issuer, redirectUri, people);
  let next: SignedOn | undefined;
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/") !== true || next === undefined) {
      void answer(request, response);
      return;
    }
    const login = { login: { accountId: next.subject } };
    void provider.interactionFinished(request, response, login);
  });
  return {
    settings: { issuer, ...CLIENT, name: "Бірыңғай кіру" },
    walk: (url, person) => {
      people.set(person.subject, person);
      next = person;
      return walk(url, issuer);
    },
    close: () => close(server),
  };
}

function createProvider(
  issuer: string,
  redirectUri: string,
  people: ReadonlyMap<string, SignedOn>,
): Provider {
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret },
        ...{ redirect_uris: [redirectUri], grant_types: ["authorization_code"] },
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 60,
      IdToken: 60,
      Interaction: 60,
      Session: 60,
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, subject) => {
      const person = people.get(subject);
      if (person === undefined) return undefined;
      const { email, isEmailVerified } = person;
      return {
        accountId: subject,
        claims: () => ({ sub: subject, email, email_verified: isEmailVerified, name: "Ғалым" }),
      };
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        ...{ clientId: CLIENT.clientId, accountId: oidc.session?.accountId ?? "" },
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  return provider;
}

/** Follows the server's own redirections with its own cookies. */
async function walk(start: string, issuer: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  for (let step = 0; step < 10 && url.startsWith(issuer); step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const each of answer.headers.getSetCookie()) {
      const [pair = ""] = each.split(";");
      const equals = pair.indexOf("=");
      jar.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
    const location = answer.headers.get("location");
    if (location === null) throw new Error(`${answer.status}: ${await answer.text()}`);
    url = new URL(location, url).href;
  }
  return url;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
