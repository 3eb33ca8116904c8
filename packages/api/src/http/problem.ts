/** Refusals as problem+json (RFC 9457), in the language of the request. */
import { describeIssue, type Issue, type Methodology, namesOf } from "@zhanbasy/core";
import type { Problem, ProblemMembers } from "../contract.ts";
import { issueData } from "../usecases/build-run.ts";
import type { ApiRequest } from "./api-context.ts";
import { chooseLanguage, textsOf } from "./language.ts";

/** Every kind of refusal and its status. */
const PROBLEM_STATUS = {
  malformed: 400,
  "signed-out": 401,
  "foreign-origin": 403,
  "no-right": 403,
  "not-found": 404,
  "link-unknown": 404,
  "method-not-allowed": 405,
  "address-taken": 409,
  "own-administration": 409,
  "last-administrator": 409,
  "not-first-run": 409,
  "link-by-mail": 409,
  "demonstration-closed": 409,
  "edit-conflict": 409,
  "engine-version": 409,
  "scenario-not-draft": 409,
  "result-mismatch": 409,
  "nothing-to-undo": 409,
  "second-person": 409,
  "confirmed-already": 409,
  "too-large": 413,
  "not-json": 415,
  "foreign-host": 421,
  refused: 422,
  "sign-in-refused": 422,
  "code-wrong": 422,
  "password-wrong": 422,
  "password-refused": 422,
  "person-refused": 422,
  gate: 422,
  locked: 429,
  "too-many-streams": 429,
  internal: 500,
  unavailable: 503,
  "single-sign-on-silent": 503,
  "page-missing": 503,
} as const;

/** The kind of a refusal. */
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** What is known of a refusal. */
export type Refusal = {
  readonly issues?: readonly Issue[];
  /** Whose names the issues use. */
  readonly methodology?: Methodology | undefined;
  /** What the text of the detail needs. */
  readonly facts?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the page needs to go on: the cells in conflict, what stands in the way of a step. */
  readonly members?: ProblemMembers;
};

/** The answer that tells a refusal. */
export async function refuse(
  request: ApiRequest,
  code: ProblemCode,
  refusal: Refusal = {},
): Promise<Response> {
  const body = await describeProblem(request, code, refusal);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "no-store",
      ...refusal.headers,
    },
  });
}

/** The answer about a thing that nobody has kept. */
export function refuseUnknown(request: ApiRequest, unknown: Issue): Promise<Response> {
  return refuse(request, "not-found", { issues: [unknown] });
}

async function describeProblem(
  request: ApiRequest,
  code: ProblemCode,
  { issues = [], methodology, facts = {}, members = {} }: Refusal,
): Promise<Problem> {
  const language = chooseLanguage({
    query: request.req.query("language"),
    acceptLanguage: request.req.header("accept-language"),
  });
  const translate = await textsOf(language);
  const names = methodology === undefined ? undefined : namesOf(methodology);
  return {
    type: `urn:zhanbasy:problem:${code}`,
    title: translate(`http.title.${code}`),
    status: PROBLEM_STATUS[code],
    detail: translate(`http.detail.${code}`, facts),
    code,
    issues: issues.map((found) => ({
      ...issueData(found),
      message: describeIssue(found, translate, language, names),
    })),
    requestId: request.get("requestId"),
    ...members,
  };
}
