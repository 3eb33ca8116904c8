/**
 * What scenarios say, read once: what holds at a revision never changes, so it stays in memory
 * under the number of the revision.
 */
import { InvariantViolation, type Override } from "@zhanbasy/core";
import type { OverrideJson } from "../contract.ts";
import { readOverrides } from "./scenario-overrides.ts";
import type { HeldOverride, ScenarioHead, ScenarioStore } from "./scenario-ports.ts";

/** An override that holds, as it is kept and as it is calculated with. */
export type SaidOverride = HeldOverride & { readonly said: Override };

/** All that decides the figures of a scenario, the oldest first. */
export type ScenarioContent = {
  /** What its parents say, at the revisions on which it stands. */
  readonly inherited: readonly SaidOverride[];
  readonly own: readonly SaidOverride[];
};

export type ScenarioBooks = {
  readonly contentOf: (
    head: Pick<ScenarioHead, "id" | "parent">,
    revision: number,
  ) => Promise<ScenarioContent>;
  /** Only of a revision that is kept for good: of one taken back it would tell for ever. */
  readonly remember: (id: string, revision: number, own: readonly SaidOverride[]) => void;
};

/** In overrides: a scenario of a whole city has some thousands. */
const REMEMBERED = 100_000;

/** Books over the scenarios of a store. */
export function createScenarioBooks(
  scenarios: Pick<ScenarioStore, "findHead" | "overridesAt">,
): ScenarioBooks {
  const known = new Map<string, readonly SaidOverride[]>();
  let count = 0;

  function remember(id: string, revision: number, own: readonly SaidOverride[]): void {
    const name = `${id} ${revision}`;
    count += sizeOf(own) - sizeOf(known.get(name));
    known.delete(name);
    known.set(name, own);
    for (const [oldest, others] of known) {
      if (count <= REMEMBERED || oldest === name) return;
      known.delete(oldest);
      count -= sizeOf(others);
    }
  }

  async function ownAt(id: string, revision: number): Promise<readonly SaidOverride[]> {
    const found = known.get(`${id} ${revision}`);
    const own = found ?? readSaid(await scenarios.overridesAt(id, revision));
    remember(id, revision, own);
    return own;
  }

  async function inheritedBy({
    parent,
  }: Pick<ScenarioHead, "parent">): Promise<readonly SaidOverride[]> {
    if (parent === undefined) return [];
    const head = await scenarios.findHead(parent.id);
    if (head === undefined) throw new InvariantViolation(`parent ${parent.id} is kept`);
    const above = await inheritedBy(head);
    return [...above, ...(await ownAt(parent.id, parent.revision))];
  }

  return {
    contentOf: async (head, revision) => ({
      inherited: await inheritedBy(head),
      own: await ownAt(head.id, revision),
    }),
    remember,
  };
}

/** Having nothing to remember of a revision is remembered too. */
function sizeOf(own: readonly SaidOverride[] | undefined): number {
  return own === undefined ? 0 : own.length + 1;
}

/** What was kept was read without faults before. */
function readSaid(held: readonly HeldOverride[]): readonly SaidOverride[] {
  const said = readOverrides(held.map(({ override }) => override));
  if (!said.ok) throw new InvariantViolation("kept overrides can be read");
  return held.map((each, position) => {
    const own = said.value[position];
    if (own === undefined) throw new InvariantViolation("each kept override is read");
    return { ...each, said: own };
  });
}

/**
 * All overrides as they are calculated, the parents' first; each has its place among them, so that
 * a fault tells whose it is.
 */
export function overridesIn({ inherited, own }: ScenarioContent): readonly Override[] {
  return [...inherited, ...own].map(({ said }, position) => ({
    ...said,
    place: { path: ["overrides", position] },
  }));
}

/** One document that says all, for a run: who said what and when, by id. */
export function scenarioDocumentOf(
  name: string,
  { inherited, own }: ScenarioContent,
): OverrideJson {
  const overrides = [...inherited, ...own].map(({ override, author, madeAt }) => ({
    ...{ ...override, author, madeAt: madeAt.toISOString() },
  }));
  return { formatVersion: 1, scenario: name, overrides };
}
