/** Legal ground of a value or rule, and how strong it is. */
import type { Label } from "../classification/index.ts";

/**
 * From strongest to weakest; a result takes its weakest input. Only the first two may stand in a
 * publication.
 */
export const PROVISION_STATUSES = ["enacted", "local", "secondary", "draft", "assumed"] as const;
export type ProvisionStatus = (typeof PROVISION_STATUSES)[number];

export type Act = {
  readonly id: string;
  readonly label: Label;
  readonly number: string | undefined;
  readonly adoptedOn: string | undefined;
  readonly url: string | undefined;
};

/** A clause of an act; its id is `act/clause`. */
export type Provision = { readonly id: string; readonly act: Act; readonly locator: Label };

export type Provenance = {
  readonly status: ProvisionStatus;
  readonly provision: Provision | undefined;
  readonly source: string | undefined;
};

export function weakestStatus(statuses: Iterable<ProvisionStatus>): ProvisionStatus {
  const found = new Set(statuses);
  return PROVISION_STATUSES.findLast((status) => found.has(status)) ?? "enacted";
}
