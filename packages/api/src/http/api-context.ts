/** What every route is given, and what a request carries along. */
import type { IncomingMessage } from "node:http";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { KnownSession } from "../usecases/identity-ports.ts";
import type { DemonstrationCity } from "../usecases/load-demonstration.ts";
import type { PeopleContext } from "../usecases/people-context.ts";
import type { Actor } from "../usecases/people-ports.ts";
import type { Reproducer } from "../usecases/reproduce-run.ts";
import type { ScenarioContext } from "../usecases/scenario-context.ts";
import type { KeptAnswers } from "./kept-answers.ts";

/** Set for each request before any route is reached. */
export type ApiVariables = {
  readonly requestId: string;
  /** Who asks; nobody where no session is carried along. */
  readonly actor?: Actor;
  readonly sessionId?: string;
};

/** What the server around gives along with a request. */
export type ApiBindings = {
  /** The request as Node got it; none when the server asks itself. */
  readonly incoming?: IncomingMessage;
  /** As whom the server asks itself; nothing from outside can carry it. */
  readonly insider?: Actor;
};

/** The environment of all our routes. */
export type ApiEnvironment = {
  readonly Bindings: ApiBindings;
  readonly Variables: ApiVariables;
};

/** One request and its answer. */
export type ApiRequest = Context<ApiEnvironment>;

/** An application to which routes are added. */
export type Api = OpenAPIHono<ApiEnvironment>;

/** By whom and under which address the server is reached. */
export type Reach = {
  /** `https://zhanbasy.example.kz`; none where only this computer reaches it. */
  readonly publicUrl: string | undefined;
  /** The origin that people use, known when the server listens: links begin with it. */
  readonly address: () => string;
  readonly listensOnLoopback: boolean;
  /** Addresses and networks whose word about the address of a client is believed. */
  readonly trustedProxies: readonly string[];
  /** A session ends after so many minutes without a request. */
  readonly idleMinutes: number;
};

/** What routes are made of. */
export type ApiContext = PeopleContext & {
  readonly version: string;
  /** Tells one place of data from another. */
  readonly instance: string;
  readonly reproduce: Reproducer;
  readonly kept: KeptAnswers;
  /** What scenarios are calculated and kept with. */
  readonly scenarioContext: ScenarioContext;
  /** Aborted when the server ends: answers that never end by themselves do then. */
  readonly closing: AbortSignal;
  /** How often a line of events that is silent is tried, and whether it still may be open. */
  readonly heartbeatMs: number;
  readonly reach: Reach;
  /** What the console tells until somebody has an account. */
  readonly firstRunCode: () => string | undefined;
  /** The city of the demonstration. */
  readonly city: DemonstrationCity;
  /** Makes the scenarios of the demonstration where they are missing. */
  readonly tellDemonstration: () => Promise<void>;
  /** The session that a request carries, without noting that it was used. */
  readonly findSession: (request: ApiRequest) => Promise<KnownSession | undefined>;
  /** Makes ready what the page asks first, once there is something to show. */
  readonly warmUp: () => void;
  /** Takes one line of JSON about a fault of ours. */
  readonly log: (line: string) => void;
};
