/** People of the demonstration, signed in as the sign-in page does it. */
import type { Role, SessionState } from "../../packages/api/src/contract.ts";
import { type Answer, askFor, type Client, isWell } from "./http-client.ts";
import type { Session } from "./session.ts";

/** Opens the demonstration on a server that nobody has used. */
export async function openDemonstration(client: Client): Promise<void> {
  const path = "/first-run/demonstration";
  await askFor(client, { method: "POST", path, body: {} });
}

/** A new session of everybody in the demonstration. */
export async function signInAll(client: Client): Promise<readonly Session[]> {
  const { samples } = await askFor<SessionState>(client, { path: "/session" });
  if (samples === null) throw new Error("nobody of the demonstration can be signed in");
  return Promise.all(samples.map((sample) => signIn(client, sample)));
}

/** A new session of one of them. */
export async function signIn(
  client: Client,
  { id, role }: { readonly id: string; readonly role: Role },
): Promise<Session> {
  const body = { personId: id };
  const answer = await client.ask({ method: "POST", path: "/session/sample", body });
  if (!isWell(answer.status)) throw new Error(`a sample person is refused: ${answer.status}`);
  return { personId: id, role, cookie: cookieOf(answer) };
}

/** One session of the role; there must be somebody. */
export function sessionOf(sessions: readonly Session[], role: Role): Session {
  const found = sessions.find((session) => session.role === role);
  if (found === undefined) throw new Error(`nobody in the demonstration is ${role}`);
  return found;
}

function cookieOf({ headers }: Answer): string {
  const cookies = (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0] ?? "");
  if (cookies.length === 0) throw new Error("signing in set no cookie");
  return cookies.join("; ");
}
