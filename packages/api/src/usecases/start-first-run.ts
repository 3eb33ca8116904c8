/** The first run: the first administrator, by the code that stands on the console. */
import { timingSafeEqual } from "node:crypto";
import type { Issue, Language } from "@zhanbasy/core";
import type { Entered, Visitor } from "./identity-ports.ts";
import { attemptOnce, type Hurdle, NARROW } from "./lock-out.ts";
import { checkPassword } from "./password-rules.ts";
import { type PeopleContext, personEntry } from "./people-context.ts";
import type { NewPerson } from "./people-ports.ts";

export type FirstAdministrator = {
  readonly code: string;
  readonly name: string;
  /** In small letters. */
  readonly email: string;
  readonly password: string;
  readonly language: Language;
};

export type FirstRun =
  | { readonly kind: "entered"; readonly entered: Entered }
  | { readonly kind: "refused"; readonly issues: readonly Issue[] }
  | { readonly kind: "not-first-run" | "code-wrong" }
  | { readonly kind: "locked"; readonly seconds: number };

/** Makes the first account of all, and opens its session. */
export async function makeFirstAdministrator(
  context: PeopleContext,
  { code: given, password, ...asked }: FirstAdministrator,
  { code, visitor }: { readonly code: string | undefined; readonly visitor: Visitor },
): Promise<FirstRun> {
  const { store, identity, clock, ids } = context;
  if (!(await store.people.isEmpty())) return { kind: "not-first-run" };
  const issues = checkPassword(password, asked);
  if (issues.length > 0) return { kind: "refused", issues };
  // The code is one for all who try it, so their tries are counted together.
  const own: Hurdle = { key: identity.disguise("first-run"), rule: NARROW, wipes: true };
  const outcome = await attemptOnce({ failures: store.failures, clock }, [own], () =>
    Promise.resolve(isSameCode(given, code) ? true : undefined),
  );
  if (outcome.kind === "locked") return outcome;
  if (outcome.kind === "failed") return { kind: "code-wrong" };
  const madeAt = clock();
  const person: NewPerson = {
    ...{ ...asked, id: ids(), role: "administrator", organisationIds: [], isSample: false },
    ...{ isEmailProved: false, createdAt: madeAt },
    passwordHash: await identity.hashPassword(password),
  };
  const entry = personEntry({
    ...{ madeAt, actor: person.id, action: "person-created", personId: person.id },
    facts: { role: person.role, way: "first-run" },
  });
  if (!(await store.people.saveFirst([person], [entry]))) return { kind: "not-first-run" };
  return { kind: "entered", entered: await identity.enter(person.id, "first-run", visitor) };
}

/** In any letters, with or without its dash. */
function isSameCode(given: string, code: string | undefined): boolean {
  if (code === undefined) return false;
  const [one, other] = [given, code].map((text) =>
    Buffer.from(text.toUpperCase().replace(/[^0-9A-Z]/g, "")),
  );
  if (one === undefined || other === undefined || one.length !== other.length) return false;
  return one.length > 0 && timingSafeEqual(one, other);
}
