/** A list that is asked for part by part. */
import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from "@tanstack/react-query";
import type { ApiContract, Page } from "@zhanbasy/api/contract";

import { getJson, type RouteParams } from "../../api-client.ts";

/** Routes that answer a part of a list and where the next one begins. */
export type PagedRoute = "/people" | "/invitations" | "/audit";

/** The parts that were asked for so far. */
export type Pages<Path extends PagedRoute> = UseInfiniteQueryResult<
  InfiniteData<ApiContract[Path]>
>;

/** The first part, and each next one when it is asked for. */
export function usePages<Path extends PagedRoute>(
  route: Path,
  query: Readonly<Record<string, string>> = {},
): Pages<Path> {
  return useInfiniteQuery({
    queryKey: [route, query],
    initialPageParam: "",
    queryFn: ({ signal, pageParam }) => {
      const after = pageParam === "" ? {} : { after: pageParam };
      const params = { path: {}, query: { ...query, ...after } } as RouteParams<Path>;
      return getJson(route, params, signal);
    },
    getNextPageParam: ({ next }: Page<unknown>) => next,
  });
}
