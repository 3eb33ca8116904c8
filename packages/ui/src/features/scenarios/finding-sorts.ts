/** Findings by kind, the grave ones first, and those that a search finds. */
import type { Finding, FindingCode } from "@zhanbasy/api/contract";

/** The kind of a finding. */
export type FindingSort = FindingCode;

/** A kind and how many there are of it. */
export type SortCount = {
  readonly sort: FindingSort;
  readonly severity: Finding["severity"];
  readonly count: number;
};

/** The kind of a finding. */
export function sortOf({ code }: Pick<Finding, "code">): FindingSort {
  return code;
}

/** Kinds that were found, blocking ones first. */
export function countBySort(findings: readonly Finding[]): readonly SortCount[] {
  const kinds = new Map(findings.map(({ code, severity }) => [code, severity]));
  return [...kinds]
    .map(([sort, severity]) => ({
      ...{ sort, severity },
      count: findings.filter(({ code }) => code === sort).length,
    }))
    .toSorted((left, right) => rankOf(left.severity) - rankOf(right.severity));
}

/** Of one kind, or of all for an empty one; every word must stand in the name or the number. */
export function findFindings(
  findings: readonly Finding[],
  { sort, query }: { readonly sort: FindingSort | ""; readonly query: string },
): readonly Finding[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return findings.filter(({ code, nameRu, nameKk, organisationId }) => {
    const text = `${nameRu} ${nameKk} ${organisationId}`.toLowerCase();
    return (sort === "" || code === sort) && words.every((word) => text.includes(word));
  });
}

function rankOf(severity: Finding["severity"]): number {
  return severity === "blocking" ? 0 : 1;
}
