/** Two calculations name by name; no tolerance, and what only one of them has is a difference. */
type Amounts = ReadonlyMap<string, bigint>;

export function differences(expected: Amounts, found: Amounts): readonly string[] {
  const names = new Set([...expected.keys(), ...found.keys()]);
  return [...names]
    .filter((name) => expected.get(name) !== found.get(name))
    .map((name) => `${name}: ${amountText(expected, name)} expected, ${amountText(found, name)}`);
}

function amountText(amounts: Amounts, name: string): string {
  const amount = amounts.get(name);
  return amount === undefined ? "nothing" : `${amount} tiyn`;
}
