/** Opens the demonstration: the invented city, and invented people, one of each role or more. */
import { InvariantViolation } from "@zhanbasy/core";
import type { Role } from "../access/roles.ts";
import type { Entered, Visitor } from "./identity-ports.ts";
import { type DemonstrationCity, loadDemonstrationOnce } from "./load-demonstration.ts";
import type { PeopleContext } from "./people-context.ts";
import type { NewPerson } from "./people-ports.ts";
import type { Store } from "./ports.ts";

export type DemonstrationTerms = {
  readonly context: PeopleContext;
  readonly city: DemonstrationCity;
  /** Keeps the scenarios of the demonstration; their authors are its editors. */
  readonly createScenarios: () => Promise<void>;
};

/** Whom the demonstration shows; the names are made of words for «example». */
const SAMPLES: readonly (readonly [role: Role, box: string, name: string])[] = [
  ["editor", "editor", "Айгерим Примерова"],
  ["editor", "editor2", "Нұрлан Үлгібаев"],
  ["approver", "approver", "Ольга Образцова"],
  ["preparer", "preparer", "Дина Шаблонова"],
  ["checker", "checker", "Тимур Пробин"],
  ["director", "director", "Гүлнар Мысалова"],
  ["auditor", "auditor", "Сергей Вымыслов"],
  ["administrator", "administrator", "Ерлан Демоев"],
];

/** A director of the demonstration has so many organisations. */
const OWN_ORGANISATIONS = 2;

/**
 * Opens the demonstration once and signs in as its first editor; nothing when somebody has an
 * account already. Whoever asks while it is being opened waits for the same opening.
 */
export function createDemonstrationOpening(
  terms: DemonstrationTerms,
): (visitor: Visitor) => Promise<Entered | undefined> {
  let opening: Promise<string | undefined> | undefined;
  return async (visitor) => {
    opening ??= open(terms).finally(() => {
      opening = undefined;
    });
    const editorId = await opening;
    if (editorId === undefined) return undefined;
    return terms.context.identity.enter(editorId, "sample", visitor);
  };
}

/** The id of the first editor. */
async function open(terms: DemonstrationTerms): Promise<string | undefined> {
  const { context, city, createScenarios } = terms;
  const { store, clock, ids } = context;
  if (!(await store.people.isEmpty())) return undefined;
  await loadDemonstrationOnce({ store, clock, ids, city });
  const organisationIds = await chooseOrganisations(store);
  const now = clock();
  const samples = SAMPLES.map(([role, box, name], place): NewPerson => {
    const own = role === "director" ? organisationIds : [];
    return {
      ...{ id: ids(), email: `${box}@example.kz`, name, role, language: "ru" },
      ...{ organisationIds: own, isSample: true, isEmailProved: false, passwordHash: undefined },
      // Shown in this order.
      createdAt: new Date(now.getTime() + place),
    };
  });
  const isFirst = await store.people.saveFirst(samples, [
    {
      ...{ madeAt: now, actor: undefined, action: "demonstration-opened" },
      ...{ subject: "demonstration", facts: { people: `${samples.length}` } },
    },
  ]);
  if (!isFirst) return undefined;
  await createScenarios();
  const editorId = samples.find(({ role }) => role === "editor")?.id;
  if (editorId === undefined) throw new InvariantViolation("the demonstration has an editor");
  return editorId;
}

/** The first organisations that the newest run pays. */
async function chooseOrganisations({ runs }: Store): Promise<readonly string[]> {
  const { items } = await runs.list({ limit: 1, after: undefined });
  const [run] = items;
  if (run === undefined) throw new InvariantViolation("the demonstration has a run");
  const lines = await runs.findLines(run.id, { limit: 100, after: undefined });
  const ids = (lines?.items ?? []).map(({ organisationId }) => organisationId);
  return [...new Set(ids.filter((id) => id !== ""))].slice(0, OWN_ORGANISATIONS);
}
