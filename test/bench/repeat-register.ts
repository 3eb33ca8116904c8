/** A register again and again: every organisation many times, each time under another id. */
import type { RegisterSnapshot } from "../../packages/core/src/index.ts";

/** At least so many organisations; what belongs to nobody stands once. */
export function repeatRegister(snapshot: RegisterSnapshot, wanted: number): RegisterSnapshot {
  const { organisations, headcounts, facts, estimates, lastYear } = snapshot;
  const times = Math.ceil(wanted / organisations.length);
  const copies = Array.from({ length: times }, (_, copy) => copy);
  const idOf = (id: string, copy: number): string =>
    id === "" ? id : `${id}.${String(copy).padStart(6, "0")}`;
  const rename = <Row extends { readonly organisationId: string }>(rows: readonly Row[]) =>
    rows.flatMap((row) =>
      (row.organisationId === "" ? [0] : copies).map((copy) => ({
        ...row,
        organisationId: idOf(row.organisationId, copy),
      })),
    );
  return {
    organisations: organisations
      .flatMap((organisation) =>
        copies.map((copy) => ({
          ...organisation,
          id: idOf(organisation.id, copy),
          successorIds: organisation.successorIds.map((id) => idOf(id, copy)),
        })),
      )
      .sort((left, right) => (left.id < right.id ? -1 : 1)),
    headcounts: byOrganisation(rename(headcounts)),
    facts: byOrganisation(rename(facts)),
    estimates: rename(estimates),
    lastYear: byOrganisation(rename(lastYear)),
  };
}

/** Rows of one organisation stand together. */
function byOrganisation<Row extends { readonly organisationId: string }>(
  rows: readonly Row[],
): readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.organisationId);
    if (group === undefined) groups.set(row.organisationId, [row]);
    else group.push(row);
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).flatMap(([, each]) => each);
}
