/** Who gets more and who gets less in a solution, as the oracle's lines have it. */
import type { Solution } from "../../packages/core/src/index.ts";
import type { Allocation } from "./city-calculation.ts";

/** Differences by organisation, amounts outside the formulas left out. */
export function changeDifferences(before: Allocation, after: Allocation, { changes }: Solution) {
  const sums = ({ lines }: Allocation) => {
    const found = new Map<string, bigint>();
    for (const [name, amount] of lines) {
      const [id = "", , , method] = name.split(",");
      if (method === "formula") found.set(id, (found.get(id) ?? 0n) + amount);
    }
    return found;
  };
  const [earlier, later] = [sums(before), sums(after)];
  const own = changes.organisations();
  const pairs = own.map(
    ({ organisationId: id }) => (later.get(id) ?? 0n) - (earlier.get(id) ?? 0n),
  );
  const told = own.flatMap((each) => {
    const { organisationId: id } = each;
    const isSame = each.before === (earlier.get(id) ?? 0n) && each.after === (later.get(id) ?? 0n);
    return isSame ? [] : [`organisation ${id}: ${each.before} → ${each.after}`];
  });
  const more = pairs.filter((change) => change > 0n);
  const less = pairs.filter((change) => change < 0n);
  const group = (list: readonly bigint[]) =>
    `${list.length} ${list.reduce((sum, each) => sum + each, 0n)}`;
  const wanted = `${group(more)}, ${group(less)}, ${pairs.length - more.length - less.length}`;
  const { count, amount } = changes.more;
  const cut = changes.less;
  const core = `${count} ${amount}, ${cut.count} ${cut.amount}, ${changes.same}`;
  return wanted === core ? told : [...told, `more and less ${wanted}, core ${core}`];
}
