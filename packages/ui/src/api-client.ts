/**
 * What the page asks of the server. Answers about a run, its columns, its methodology and its
 * traces never change, so each is asked once. A request that finds the session at its end waits
 * until the person is signed in again, and is then sent once more as it was: nothing typed is lost.
 */
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type {
  ApiContract,
  ApiWriting,
  MethodologyDetail,
  Page,
  Problem,
  RunColumns,
  RunDetail,
  RunSummary,
  TraceGraph,
} from "@zhanbasy/api/contract";

import { waitForSignIn } from "./sign-in-again.ts";

type Route = keyof ApiContract;
type Writing = keyof ApiWriting;

/** The names in braces of a route: `runId` of `/runs/{runId}/trace`. */
type PathName<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathName<Rest>
  : never;

/** Values for the braces of a route and its query. */
export type RouteParams<Path extends Route | Writing> = {
  readonly path: Readonly<Record<PathName<Path>, string>>;
  readonly query?: Readonly<Record<string, string>>;
};

/** Why there is no answer: the server refused, or nobody was reached. */
export type ApiFault =
  | { readonly kind: "network" }
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly problem: Problem | undefined;
      /** In so many seconds it may be tried again. */
      readonly retryAfter?: number;
    };

/** How something is changed. */
export type WritingMethod = "POST" | "PATCH" | "DELETE";

const FAULT = Symbol("fault");

/** An error that carries its fault; made by this module only. */
export type ApiError = Error & { readonly [FAULT]: ApiFault };

/** The fault of an error that came from here; undefined for any other. */
export function findApiFault(error: unknown): ApiFault | undefined {
  return error instanceof Error && FAULT in error ? (error as ApiError)[FAULT] : undefined;
}

/** A member that a problem of its kind adds to those of all: `conflicts` of `edit-conflict`. */
export function problemMember(fault: ApiFault | undefined, name: string): unknown {
  if (fault?.kind !== "refused" || fault.problem === undefined) return undefined;
  return Object.entries(fault.problem).find(([member]) => member === name)?.[1];
}

/** Asks a route. Fails with an error that `findApiFault` reads. */
export async function getJson<Path extends Route>(
  route: Path,
  params: RouteParams<Path>,
  signal?: AbortSignal,
): Promise<ApiContract[Path]> {
  const response = await reach(addressOf(route, params), signal === undefined ? {} : { signal });
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as ApiContract[Path];
}

/** Sends a change to a route that answers. Fails as `getJson` does. */
export async function sendJson<Path extends Writing>(
  route: Path,
  params: RouteParams<Path>,
  body: unknown,
): Promise<ApiWriting[Path]> {
  const [method = "", path = ""] = route.split(" ");
  const response = await send(method, fillAddress(path, params), body);
  return (await response.json()) as ApiWriting[Path];
}

/** Sends a change whose answer says nothing more: `/session`, with names already filled in. */
export async function sendPlain(
  method: WritingMethod,
  path: string,
  body?: unknown,
): Promise<void> {
  await send(method, `/api/v1${path}`, body);
}

async function send(method: string, address: string, body: unknown): Promise<Response> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await reach(address, { method, ...content });
  if (!response.ok) throw await refusalOf(response);
  return response;
}

/** The address of a route with its braces filled: `/api/v1/runs/42?of=amount`. */
export function addressOf<Path extends Route>(route: Path, params: RouteParams<Path>): string {
  return fillAddress(route, params);
}

function fillAddress(
  route: string,
  params: {
    readonly path: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string>>;
  },
): string {
  const values: Readonly<Record<string, string>> = params.path;
  const path = route.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(values[name] ?? ""),
  );
  const query = new URLSearchParams(params.query).toString();
  return `/api/v1${path}${query === "" ? "" : `?${query}`}`;
}

/** Runs, newest first. */
export function useRuns(): UseQueryResult<Page<RunSummary>> {
  return useQuery({
    queryKey: ["runs"],
    queryFn: ({ signal }) => getJson("/runs", { path: {} }, signal),
  });
}

/** A run with its totals, assumed values and warnings; waits while the id is unknown. */
export function useRun(runId: string | undefined): UseQueryResult<RunDetail> {
  return useQuery({
    queryKey: ["run", runId],
    queryFn: ({ signal }) => getJson("/runs/{runId}", { path: { runId: runId ?? "" } }, signal),
    enabled: runId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A run as columns; waits while the id is unknown. */
export function useRunColumns(runId: string | undefined): UseQueryResult<RunColumns> {
  return useQuery({
    queryKey: ["run-columns", runId],
    queryFn: ({ signal }) =>
      getJson("/runs/{runId}/columns", { path: { runId: runId ?? "" } }, signal),
    enabled: runId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A methodology with its words; waits while the hash is unknown. */
export function useMethodology(hash: string | undefined): UseQueryResult<MethodologyDetail> {
  return useQuery({
    queryKey: ["methodology", hash],
    queryFn: ({ signal }) =>
      getJson("/methodologies/{hash}", { path: { hash: hash ?? "" } }, signal),
    enabled: hash !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Which figure of a run a trace explains; an empty organisation is the city's own line. */
export type TracedFigure = {
  readonly runId: string;
  readonly organisationId: string;
  readonly line: string;
  readonly of: TraceGraph["of"];
};

/** The trace of a figure; waits while there is none to explain. */
export function useTrace(figure: TracedFigure | undefined): UseQueryResult<TraceGraph> {
  return useQuery({
    queryKey: ["trace", figure],
    queryFn: ({ signal }) => {
      const { runId = "", organisationId = "", line = "", of = "amount" } = figure ?? {};
      const query = { organisation: organisationId, line, of };
      return getJson("/runs/{runId}/trace", { path: { runId }, query }, signal);
    },
    enabled: figure !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

type Sent = {
  readonly method?: string;
  readonly body?: string;
  readonly signal?: AbortSignal;
};

async function reach(address: string, sent: Sent): Promise<Response> {
  const response = await fetchOrFail(address, sent);
  if (response.status !== 401 || !(await isSignedOut(response.clone()))) return response;
  return (await waitForSignIn()) ? fetchOrFail(address, sent) : response;
}

async function fetchOrFail(address: string, sent: Sent): Promise<Response> {
  const content = sent.body === undefined ? {} : { "content-type": "application/json" };
  const language = document.documentElement.lang;
  const headers = { accept: "application/json", "accept-language": language, ...content };
  try {
    return await fetch(address, { ...sent, headers });
  } catch (error) {
    if (sent.signal?.aborted === true) throw error;
    throw apiError({ kind: "network" }, error);
  }
}

/** Whether a session is what is wanting; a wrong password is refused in another way. */
async function isSignedOut(response: Response): Promise<boolean> {
  return (await problemOf(response))?.code === "signed-out";
}

async function refusalOf(response: Response): Promise<ApiError> {
  const problem = await problemOf(response);
  const retryAfter = response.headers.get("retry-after");
  const wait = retryAfter === null ? {} : { retryAfter: Number(retryAfter) };
  return apiError({ kind: "refused", status: response.status, problem, ...wait });
}

async function problemOf(response: Response): Promise<Problem | undefined> {
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
  return isProblem === true ? ((await response.json()) as Problem) : undefined;
}

function apiError(fault: ApiFault, cause?: unknown): ApiError {
  return Object.assign(new Error(`no answer: ${fault.kind}`, { cause }), { [FAULT]: fault });
}
