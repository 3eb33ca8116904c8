/**
 * Rows that name an organisation, and those of them whose organisation the register does not have.
 *
 * An absent organisation is told once for each table that names it. A row of the register whose own
 * id cannot be read hides one organisation, and is told itself. So as many absent organisations as
 * there are such rows go untold: those that most rows ask for, as long as they can be told apart
 * from the rest.
 */
import { type Issue, issue } from "../kernel/index.ts";
import type { RawRow } from "./raw-table.ts";
import {
  countFault,
  type RepeatedFault,
  type RepeatedFaults,
  tellFaults,
} from "./repeated-faults.ts";
import { placeOf, type TableReader } from "./table-reader.ts";

/** Which organisations may be named, and which were named in vain so far. */
export type OrganisationReferences = {
  /** Every id that was read or meant, faulty rows included; nothing when ids cannot be read. */
  readonly knownIds: ReadonlySet<string> | undefined;
  /** How many rows of the register stand for an organisation that nobody can name. */
  readonly hiddenCount: number;
  /** By id. */
  readonly absent: Map<string, RepeatedFaults>;
};

export function openReferences(
  knownIds: ReadonlySet<string> | undefined,
  hiddenCount: number,
): OrganisationReferences {
  return { knownIds, hiddenCount, absent: new Map() };
}

/**
 * The organisation must be in the register; empty text is citywide, and nobody is asked without a
 * register.
 */
export function checkOrganisation(
  reader: TableReader,
  row: RawRow,
  { id, column }: { readonly id: string | undefined; readonly column: string },
  references: OrganisationReferences,
): void {
  if (id === undefined || id === "") return;
  refer(references, id, reader.table.file, (count) =>
    issue("organisation-unknown", placeOf(reader, row, column), { value: id, count }),
  );
}

/** Keeps the fault if the register does not have the organisation; faults of one key are one. */
export function refer(
  { knownIds, absent }: OrganisationReferences,
  id: string,
  key: string,
  tell: RepeatedFault["tell"],
): void {
  if (knownIds?.has(id) ?? true) return;
  const faults: RepeatedFaults = absent.get(id) ?? new Map();
  absent.set(id, faults);
  countFault(faults, key, tell);
}

/** The faults of absent organisations, once all tables were read. */
export function findAbsentOrganisations({
  absent,
  hiddenCount,
}: OrganisationReferences): readonly Issue[] {
  const asked = [...absent.values()].map(countRows).sort((left, right) => right - left);
  const askedOfUnknown = asked[hiddenCount] ?? 0;
  return [...absent.values()]
    .filter((faults) => countRows(faults) <= askedOfUnknown)
    .flatMap(tellFaults);
}

function countRows(faults: RepeatedFaults): number {
  return [...faults.values()].reduce((sum, { rows }) => sum + rows, 0);
}
