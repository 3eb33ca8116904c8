/** Who is signed in, and in which ways one can sign in here. */
import { type QueryClient, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Person, SessionState } from "@zhanbasy/api/contract";
import { createContext, useContext } from "react";

import { getJson } from "../../api-client.ts";

const SESSION_KEY = ["session"];

/** A session with somebody in it. */
export type SignedIn = SessionState & { readonly person: Person };

/** The session of the page; null where nobody is signed in. */
export const SessionContext = createContext<SignedIn | null>(null);

/** Asks who is signed in; anybody may ask. */
export function useSession(): UseQueryResult<SessionState> {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) => getJson("/session", { path: {} }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Asks again, after somebody came or changed; what was answered. */
export async function renewSession(client: QueryClient): Promise<SessionState> {
  return client.query({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) => getJson("/session", { path: {} }, signal),
    staleTime: 0,
  });
}

/** Forgets every answer that one person was given, before another one looks. */
export function forgetAnswers(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
}

/** The session of the page; null where nobody is signed in. */
export function useFoundSession(): SignedIn | null {
  return useContext(SessionContext);
}

/** The person who is signed in. Throws where nobody is. */
export function usePerson(): Person {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("usePerson stands where nobody is signed in");
  return session.person;
}
