/** Keys of parameter values as people write them: `child_category=under_3;group_type=full_day`. */

/** Dimensions that the key leaves open are left out. */
export function formatKey(
  dimensions: readonly string[],
  key: readonly (string | undefined)[],
): string {
  return dimensions
    .flatMap((dimension, place) => (key[place] === undefined ? [] : [`${dimension}=${key[place]}`]))
    .join(";");
}
