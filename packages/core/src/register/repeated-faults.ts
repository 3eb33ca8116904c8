/** Faults that many rows share: each told once, at its first row, with the number of its rows. */
import type { Issue } from "../kernel/index.ts";

/** A fault that waits for the number of its rows. */
export type RepeatedFault = {
  readonly tell: (count: string) => Issue;
  readonly rows: number;
};

/** By what makes two rows the same fault, in the order of their first rows. */
export type RepeatedFaults = Map<string, RepeatedFault>;

/** Counts one more row; `tell` knows the place of this row, and only the first is kept. */
export function countFault(faults: RepeatedFaults, key: string, tell: RepeatedFault["tell"]): void {
  const known = faults.get(key) ?? { tell, rows: 0 };
  faults.set(key, { tell: known.tell, rows: known.rows + 1 });
}

/** The faults as issues. */
export function tellFaults(faults: RepeatedFaults): readonly Issue[] {
  return [...faults.values()].map(({ tell, rows }) => tell(String(rows)));
}
