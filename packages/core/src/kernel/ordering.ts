/** Total order of identifiers by code unit: the same on every machine and in every locale. */
export function compareIds(left: string, right: string): number {
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

/** Compares two tuples of identifiers place by place; the tuples have equal length. */
export function compareIdTuples(left: readonly string[], right: readonly string[]): number {
  for (let place = 0; place < left.length; place += 1) {
    const order = compareIds(left[place] ?? "", right[place] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}
