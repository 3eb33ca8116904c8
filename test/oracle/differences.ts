/** Two calculations line by line; no tolerance, and a line that only one of them has is a difference. */
import type { Allocations } from "./kz-oracle.ts";

export function differences(expected: Allocations, found: Allocations): readonly string[] {
  const names = new Set([...expected.keys(), ...found.keys()]);
  return [...names]
    .filter((name) => expected.get(name) !== found.get(name))
    .map((name) => `${name}: ${amountText(expected, name)} expected, ${amountText(found, name)}`);
}

function amountText(lines: Allocations, name: string): string {
  const amount = lines.get(name);
  return amount === undefined ? "no line" : `${amount} tiyn`;
}
