/** Acts with their clauses, and the ground that each value and rule names. */
import { issue, type Place } from "../kernel/index.ts";
import { byName, type Definitions, inside, type Reporter } from "./definitions.ts";
import type { ProvenanceDocument } from "./document-schema.ts";
import type { Provenance, Provision } from "./provision.ts";
import { suggestName } from "./suggestion.ts";

/** Clauses by `act/clause`. */
export function buildProvisions(
  definitions: Definitions,
  report: Reporter,
): ReadonlyMap<string, Provision> {
  const provisions = new Map<string, Provision>();
  const acts = byName(definitions.section("acts"), "act", ({ act }) => act, report);
  for (const { value, place } of acts.values()) {
    const { act: id, label, number, adoptedOn, url } = value;
    const act = { id, label, number, adoptedOn, url };
    value.provisions.forEach(({ provision, locator }, position) => {
      const name = `${id}/${provision}`;
      if (provisions.has(name)) {
        const where = inside(place, "provisions", position, "provision");
        report(issue("definition-duplicate", where, { name, kind: "provision" }));
      }
      provisions.set(name, { id: name, act, locator });
    });
  }
  return provisions;
}

/**
 * Ground of a value: enacted and local need a clause and a second person's confirmation, secondary
 * and draft a clause or a source; only an assumed value may stand alone.
 */
export function buildProvenance(
  document: ProvenanceDocument,
  place: Place,
  provisions: ReadonlyMap<string, Provision>,
  report: Reporter,
): Provenance {
  const { status, source, confirmedBy } = document;
  const provision =
    document.provision === undefined ? undefined : provisions.get(document.provision);
  if (document.provision !== undefined && provision === undefined) {
    const suggestion = suggestName(document.provision, provisions.keys());
    const facts = { name: document.provision, kind: "provision", suggestion };
    report(issue("reference-unknown", inside(place, "provision"), facts));
  }
  const isBinding = status === "enacted" || status === "local";
  if (isBinding && (document.provision === undefined || confirmedBy === undefined)) {
    const facts = { status, expected: "provision, confirmedBy" };
    report(issue("provenance-missing", inside(place, "status"), facts));
  }
  const isGroundless = document.provision === undefined && source === undefined;
  if (!isBinding && status !== "assumed" && isGroundless) {
    const facts = { status, expected: "provision | source" };
    report(issue("provenance-missing", inside(place, "status"), facts));
  }
  return { status, provision, source };
}
