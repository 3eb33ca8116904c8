/** What was issued, the newest first. */
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Publication } from "@zhanbasy/api/contract";

import { getJson } from "../../api-client.ts";
import { allPages } from "../scenarios/scenario-queries.ts";

/** All issues of every year. */
export function usePublications(): UseQueryResult<readonly Publication[]> {
  return useQuery({
    queryKey: ["publications"],
    queryFn: ({ signal }) =>
      allPages((query) => getJson("/publications", { path: {}, query }, signal)),
  });
}
