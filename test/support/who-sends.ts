import { ACCESS, type Access, isAllowed } from "../../packages/api/src/access/access-table.ts";
import type { Role } from "../../packages/api/src/access/roles.ts";
import type { HostileRequest } from "./hostile-requests.ts";
import type { Random } from "./random.ts";

const ALLOWED_PERCENT = 75;
const ENTRIES: ReadonlyMap<string, Access> = new Map(Object.entries(ACCESS));

/**
 * The place of who sends a request: mostly of somebody who may ask this, so that it comes as far as
 * it can; else of anybody, or behind the last, which is nobody.
 */
export function whoSends(
  random: Random,
  { route }: HostileRequest,
  people: readonly { readonly role: Role }[],
): number {
  const access = ENTRIES.get(route);
  const places = people.flatMap(({ role }, place) =>
    access !== undefined && isAllowed(access, role) ? [place] : [],
  );
  const [first, ...others] = places;
  if (first !== undefined && random.chance(ALLOWED_PERCENT)) return random.pick([first, ...others]);
  return random.int(0, people.length);
}
