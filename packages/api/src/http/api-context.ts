/** What every route is given, and what a request carries along. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Clock, Ids, Store } from "../usecases/ports.ts";
import type { Reproducer } from "../usecases/reproduce-run.ts";
import type { KeptAnswers } from "./kept-answers.ts";

/** Set for each request before any route is reached. */
export type ApiVariables = { readonly requestId: string };

/** The environment of all our routes. */
export type ApiEnvironment = { readonly Variables: ApiVariables };

/** One request and its answer. */
export type ApiRequest = Context<ApiEnvironment>;

/** An application to which routes are added. */
export type Api = OpenAPIHono<ApiEnvironment>;

/** What routes are made of. */
export type ApiContext = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly version: string;
  /** Tells one place of data from another. */
  readonly instance: string;
  readonly reproduce: Reproducer;
  readonly kept: KeptAnswers;
};
