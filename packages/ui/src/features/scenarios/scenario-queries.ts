/** What the screens of scenarios ask of the server, and which answers grow old together. */
import { type QueryClient, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type {
  Finding,
  GroundedValue,
  MethodologySummary,
  Page,
  RegisterSummary,
  ScenarioDetail,
  ScenarioGate,
  ScenarioRevision,
  ScenarioSummary,
  ScenarioValue,
} from "@zhanbasy/api/contract";

import { getJson } from "../../api-client.ts";

/** The most that a page of a list may hold. */
const PAGE_LIMIT = "100";

/** Parts of a scenario that are asked apart from it. */
type ScenarioPart = "detail" | "revisions" | "values" | "gate" | "weak-values" | "findings";

/** All scenarios, archived ones too. */
export function useScenarios(): UseQueryResult<readonly ScenarioSummary[]> {
  return useQuery({
    queryKey: ["scenarios"],
    queryFn: ({ signal }) =>
      allPages((query) => getJson("/scenarios", { path: {}, query }, signal)),
  });
}

/** A scenario with its live overrides and totals. */
export function useScenario(scenarioId: string): UseQueryResult<ScenarioDetail> {
  return useQuery({
    queryKey: keyOf(scenarioId, "detail"),
    queryFn: ({ signal }) => getJson("/scenarios/{scenarioId}", { path: { scenarioId } }, signal),
  });
}

/** Its revisions, the newest first. */
export function useRevisions(scenarioId: string): UseQueryResult<readonly ScenarioRevision[]> {
  return useQuery({
    queryKey: keyOf(scenarioId, "revisions"),
    queryFn: ({ signal }) =>
      allPages((query) =>
        getJson("/scenarios/{scenarioId}/revisions", { path: { scenarioId }, query }, signal),
      ),
  });
}

/** Values of the law as the scenario has them. */
export function useScenarioValues(scenarioId: string): UseQueryResult<readonly ScenarioValue[]> {
  return useQuery({
    queryKey: keyOf(scenarioId, "values"),
    queryFn: async ({ signal }) =>
      (await getJson("/scenarios/{scenarioId}/values", { path: { scenarioId } }, signal)).items,
  });
}

/** Whether the next steps may be taken by the person who asks. */
export function useGate(scenarioId: string, isAsked = true): UseQueryResult<ScenarioGate> {
  return useQuery({
    queryKey: keyOf(scenarioId, "gate"),
    queryFn: ({ signal }) =>
      getJson("/scenarios/{scenarioId}/gate", { path: { scenarioId } }, signal),
    enabled: isAsked,
  });
}

/** Values without a confirmed act that reach some amount; not asked, only what is known. */
export function useWeakValues(
  scenarioId: string,
  isAsked = true,
): UseQueryResult<readonly GroundedValue[]> {
  return useQuery({
    enabled: isAsked,
    queryKey: keyOf(scenarioId, "weak-values"),
    queryFn: async ({ signal }) =>
      (await getJson("/scenarios/{scenarioId}/weak-values", { path: { scenarioId } }, signal))
        .items,
  });
}

/** What a person must look at before money follows it; not asked, only what is known. */
export function useFindings(
  scenarioId: string,
  isAsked = true,
): UseQueryResult<readonly Finding[]> {
  return useQuery({
    enabled: isAsked,
    queryKey: keyOf(scenarioId, "findings"),
    queryFn: async ({ signal }) =>
      (await getJson("/scenarios/{scenarioId}/findings", { path: { scenarioId } }, signal)).items,
  });
}

/** Registers, newest first; asked only while a scenario is being made of them. */
export function useRegisters(isAsked: boolean): UseQueryResult<readonly RegisterSummary[]> {
  return useQuery({
    queryKey: ["registers"],
    queryFn: ({ signal }) =>
      allPages((query) => getJson("/registers", { path: {}, query }, signal)),
    enabled: isAsked,
  });
}

/** Methodologies, newest first; asked only while a scenario is being made of them. */
export function useMethodologies(isAsked: boolean): UseQueryResult<readonly MethodologySummary[]> {
  return useQuery({
    queryKey: ["methodologies"],
    queryFn: ({ signal }) =>
      allPages((query) => getJson("/methodologies", { path: {}, query }, signal)),
    enabled: isAsked,
  });
}

/** Has everything about the scenario asked anew, and the list of all with it. */
export function refreshScenario(client: QueryClient, scenarioId: string): void {
  void client.invalidateQueries({ queryKey: ["scenario", scenarioId] });
  void client.invalidateQueries({ queryKey: ["scenarios"] });
}

/** Takes an answer that tells of a scenario as what it is now. */
export function keepScenario(client: QueryClient, detail: ScenarioDetail): void {
  client.setQueryData(keyOf(detail.id, "detail"), detail);
  refreshScenario(client, detail.id);
}

/** The name under which the page keeps a part of a scenario. */
export function keyOf(scenarioId: string, part: ScenarioPart): readonly string[] {
  return ["scenario", scenarioId, part];
}

type PageQuery = { readonly limit: string; readonly after?: string };

/** Every page of a list, one after another. */
export async function allPages<Item>(
  ask: (query: PageQuery) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page: Page<Item> = await ask({
      limit: PAGE_LIMIT,
      ...(after === undefined ? {} : { after }),
    });
    items.push(...page.items);
    after = page.next;
  }
  return items;
}
