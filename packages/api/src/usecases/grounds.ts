/**
 * Acts and clauses entered for values that have none.
 *
 * A ground counts once a second person has confirmed it. Entered again for the same value, the
 * newer one holds and waits to be confirmed anew.
 */
import { InvariantViolation } from "@zhanbasy/core";
import type { Ground, GroundedValue, WeakValue } from "../contract.ts";
import type { Actor } from "./people-ports.ts";
import type { Clock, Ids, Store } from "./ports.ts";

type GroundContext = { readonly store: Store; readonly clock: Clock; readonly ids: Ids };

/** The values with the last ground of each. */
export async function groundValues(
  { grounds }: Pick<Store, "grounds">,
  weak: readonly WeakValue[],
): Promise<readonly GroundedValue[]> {
  const last = await grounds.findLast(weak.map(({ subject }) => subject));
  return weak.map((value) => ({ ...value, ground: last.get(value.subject) ?? null }));
}

/** Whether a value has its act, confirmed by a second person. */
export function isCured({ ground }: Pick<GroundedValue, "ground">): boolean {
  return ground !== null && ground.confirmedBy !== null;
}

export type GroundRequest = Pick<Ground, "status" | "act" | "clause"> & {
  readonly actor: Actor;
  /** One of the values of the scenario that have no act. */
  readonly subject: string;
};

/** Enters an act and clause for a value; earlier ones stay readable and hold no more. */
export function enterGround(
  { store, clock, ids }: GroundContext,
  { actor, ...ground }: GroundRequest,
): Promise<Ground> {
  const entered = { ...ground, id: ids(), enteredBy: actor.personId, enteredAt: clock() };
  return store.grounds.save(entered, {
    madeAt: entered.enteredAt,
    actor: actor.personId,
    action: "ground-entered",
    subject: `ground ${entered.id}`,
    facts: { value: ground.subject, status: ground.status },
  });
}

export type GroundConfirmation =
  | { readonly kind: "confirmed"; readonly ground: Ground }
  | { readonly kind: "unknown" | "second-person" | "confirmed-already" };

/** Confirms a ground that another person has entered. */
export async function confirmGround(
  { store, clock }: GroundContext,
  { actor, groundId }: { readonly actor: Actor; readonly groundId: string },
): Promise<GroundConfirmation> {
  const found = await store.grounds.find(groundId);
  if (found === undefined) return { kind: "unknown" };
  if (found.confirmedBy !== null) return { kind: "confirmed-already" };
  if (found.enteredBy.id === actor.personId) return { kind: "second-person" };
  const at = clock();
  const isConfirmed = await store.grounds.confirm(
    { groundId, by: actor.personId, at },
    {
      ...{ madeAt: at, actor: actor.personId, action: "ground-confirmed" },
      ...{ subject: `ground ${groundId}`, facts: { value: found.subject } },
    },
  );
  if (!isConfirmed) return { kind: "confirmed-already" };
  const confirmed = await store.grounds.find(groundId);
  if (confirmed === undefined) throw new InvariantViolation("a ground that was kept is found");
  const { subject: _subject, ...ground } = confirmed;
  return { kind: "confirmed", ground };
}
