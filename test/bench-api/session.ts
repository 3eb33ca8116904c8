/** A person of the demonstration who has signed in. */
import type { Role } from "../../packages/api/src/contract.ts";

/** Who it is, and the cookie that proves it. */
export type Session = {
  readonly personId: string;
  readonly role: Role;
  readonly cookie: string;
};
