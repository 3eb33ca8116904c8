/**
 * What the server answers, as types: the one door between the page and the API.
 *
 * Amounts are whole tiyn as text, `43200000000000` for 432 billion tenge, and their names end in
 * Tiyn. Averages of people are exact: plain digits, or a fraction `n/d` where no decimal has the
 * value. Texts come in three languages as a Label, so that a page changes its language without
 * asking again. Columns name each thing once: rows are positions in a list of ids.
 */
import type {
  Invitation,
  MadeInvitation,
  OpenInvitation,
  Person,
  PersonDetail,
  SessionState,
} from "./contract-people.ts";
import type {
  AuditEntry,
  AuditState,
  Finding,
  Ground,
  GroundedValue,
  OwnAllocation,
  Publication,
  ScenarioGate,
} from "./contract-publications.ts";
import type {
  MethodologyDetail,
  MethodologyDocuments,
  MethodologySummary,
  Page,
  RegisterColumns,
  RegisterSummary,
  RunColumns,
  RunDetail,
  RunLine,
  RunSummary,
  RunTotals,
  TraceGraph,
} from "./contract-runs.ts";
import type {
  KeptBatch,
  ScenarioDetail,
  ScenarioRevision,
  ScenarioSummary,
  ScenarioValue,
} from "./contract-scenarios.ts";

export type * from "./contract-people.ts";
export type * from "./contract-publications.ts";
export type * from "./contract-runs.ts";
export type * from "./contract-scenarios.ts";

/** Answers by route, under `/api/v1`. */
export type ApiContract = {
  "/health": { readonly status: "ok"; readonly version: string; readonly instance: string };
  "/registers": Page<RegisterSummary>;
  "/registers/{hash}": RegisterSummary;
  "/registers/{hash}/columns": RegisterColumns;
  "/methodologies": Page<MethodologySummary>;
  "/methodologies/{hash}": MethodologyDetail;
  "/methodologies/{hash}/documents": MethodologyDocuments;
  "/runs": Page<RunSummary>;
  "/runs/{runId}": RunDetail;
  "/runs/{runId}/lines": Page<RunLine>;
  "/runs/{runId}/columns": RunColumns;
  "/runs/{runId}/totals": RunTotals;
  "/runs/{runId}/trace": TraceGraph;
  "/session": SessionState;
  "/people": Page<PersonDetail>;
  "/people/{personId}": Person;
  "/invitations": Page<Invitation>;
  "/invitations/{token}/offer": OpenInvitation;
  "/scenarios": Page<ScenarioSummary>;
  "/scenarios/{scenarioId}": ScenarioDetail;
  "/scenarios/{scenarioId}/revisions": Page<ScenarioRevision>;
  "/scenarios/{scenarioId}/values": { readonly items: readonly ScenarioValue[] };
  "/scenarios/{scenarioId}/gate": ScenarioGate;
  "/scenarios/{scenarioId}/weak-values": { readonly items: readonly GroundedValue[] };
  "/scenarios/{scenarioId}/findings": { readonly items: readonly Finding[] };
  "/publications": Page<Publication>;
  "/publications/{publicationId}": Publication;
  "/own/allocation": OwnAllocation;
  "/own/organisations/{organisationId}": OwnAllocation;
  "/audit": Page<AuditEntry>;
  "/audit/state": AuditState;
};

/** Answers to requests that change something, by method and route. */
export type ApiWriting = {
  "POST /session/single-sign-on": { readonly url: string };
  "POST /invitations": MadeInvitation;
  "PATCH /people/{personId}": PersonDetail;
  "POST /people/{personId}/password-link": { readonly link: string };
  "POST /scenarios": ScenarioDetail;
  "PATCH /scenarios/{scenarioId}": ScenarioDetail;
  "POST /scenarios/{scenarioId}/batches": KeptBatch;
  "POST /scenarios/{scenarioId}/undo": KeptBatch;
  "POST /scenarios/{scenarioId}/runs": RunSummary;
  "POST /scenarios/{scenarioId}/steps": ScenarioDetail;
  "POST /scenarios/{scenarioId}/publications": Publication;
  "POST /grounds": Ground;
  "POST /grounds/{groundId}/confirmation": Ground;
  "POST /scenarios/{scenarioId}/finding-decisions": { readonly items: readonly Finding[] };
};
