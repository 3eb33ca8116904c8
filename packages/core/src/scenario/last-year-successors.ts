/**
 * Organisations that are gone, told under the one that took them over.
 *
 * A school that was merged in the course of the year has an amount on either side, and its
 * successor on the second alone: only together do they compare. Who was divided among several has
 * no one to stand under and stays; what each of them took is not known.
 */
import { addRatios, type Ratio, sumTiyn } from "../money/index.ts";
import type { RegisterSnapshot } from "../register/index.ts";
import { type ComparedLine, type ComparedSide, lineKeyOf } from "./compare-sides.ts";

export type Successions = {
  /** The last successor by organisation, chains followed. */
  readonly joined: ReadonlyMap<string, string>;
  /** Who has several successors, and so is told by itself. */
  readonly divided: ReadonlyMap<string, readonly string[]>;
};

/** What became of the organisations that have closed. */
export function successionsOf({
  organisations,
}: Pick<RegisterSnapshot, "organisations">): Successions {
  const closed = organisations.filter(
    ({ closedOn, successorIds }) => closedOn !== undefined && successorIds.length > 0,
  );
  const next = new Map<string, string>();
  const divided = new Map<string, readonly string[]>();
  for (const { id, successorIds } of closed) {
    const [only, ...others] = successorIds;
    if (others.length > 0) divided.set(id, successorIds);
    else if (only !== undefined) next.set(id, only);
  }
  const joined = new Map([...next.keys()].map((id) => [id, lastOf(id, next)]));
  return { joined, divided };
}

/** Circles of successors are refused when a register is read. */
function lastOf(id: string, next: ReadonlyMap<string, string>): string {
  const successor = next.get(id);
  return successor === undefined ? id : lastOf(successor, next);
}

/** The side with the lines of joined organisations added to those of their successors. */
export function joinSuccessors(side: ComparedSide, { joined }: Successions): ComparedSide {
  const groups = new Map<string, [ComparedLine, ...ComparedLine[]]>();
  for (const line of side.lines) {
    const organisationId = joined.get(line.organisationId) ?? line.organisationId;
    const moved = { ...line, organisationId };
    const name = Object.values(lineKeyOf(moved)).join("|");
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [moved]);
    else known.push(moved);
  }
  return { ...side, lines: [...groups.values()].map(addUp) };
}

function addUp(lines: readonly [ComparedLine, ...ComparedLine[]]): ComparedLine {
  const [first] = lines;
  return {
    ...first,
    amount: sumTiyn(lines.map(({ amount }) => amount)),
    childMonths: addMonths(lines),
  };
}

/** Nobody is counted where one of the lines does not say whom it counts. */
function addMonths(lines: readonly ComparedLine[]): Ratio | undefined {
  const counted = lines.flatMap(({ childMonths }) => childMonths ?? []);
  return counted.length < lines.length ? undefined : counted.reduce(addRatios);
}
