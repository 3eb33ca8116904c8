/**
 * What the page asks of the server. Answers about a run, its columns, its methodology and its
 * traces never change, so each is asked once.
 */
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type {
  ApiContract,
  MethodologyDetail,
  Page,
  Problem,
  RunColumns,
  RunDetail,
  RunSummary,
  TraceGraph,
} from "@zhanbasy/api/contract";

type Route = keyof ApiContract;

/** The names in braces of a route: `runId` of `/runs/{runId}/trace`. */
type PathName<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathName<Rest>
  : never;

/** Values for the braces of a route and its query. */
export type RouteParams<Path extends Route> = {
  readonly path: Readonly<Record<PathName<Path>, string>>;
  readonly query?: Readonly<Record<string, string>>;
};

/** Why there is no answer: the server refused, or nobody was reached. */
export type ApiFault =
  | { readonly kind: "network" }
  | { readonly kind: "refused"; readonly status: number; readonly problem: Problem | undefined };

const FAULT = Symbol("fault");

/** An error that carries its fault; made by this module only. */
export type ApiError = Error & { readonly [FAULT]: ApiFault };

/** The fault of an error that came from here; undefined for any other. */
export function findApiFault(error: unknown): ApiFault | undefined {
  return error instanceof Error && FAULT in error ? (error as ApiError)[FAULT] : undefined;
}

/** Asks a route. Fails with an error that `findApiFault` reads. */
export async function getJson<Path extends Route>(
  route: Path,
  params: RouteParams<Path>,
  signal?: AbortSignal,
): Promise<ApiContract[Path]> {
  const response = await reach(addressOf(route, params), signal);
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as ApiContract[Path];
}

/** The address of a route with its braces filled: `/api/v1/runs/42?of=amount`. */
export function addressOf<Path extends Route>(route: Path, params: RouteParams<Path>): string {
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

async function reach(address: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(address, {
      headers: { accept: "application/json", "accept-language": document.documentElement.lang },
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw apiError({ kind: "network" }, error);
  }
}

async function refusalOf(response: Response): Promise<ApiError> {
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
  const problem = isProblem === true ? ((await response.json()) as Problem) : undefined;
  return apiError({ kind: "refused", status: response.status, problem });
}

function apiError(fault: ApiFault, cause?: unknown): ApiError {
  return Object.assign(new Error(`no answer: ${fault.kind}`, { cause }), { [FAULT]: fault });
}
