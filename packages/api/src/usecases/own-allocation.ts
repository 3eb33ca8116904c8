/**
 * What a director sees of the current issue: the lines of their own organisations. Current is, of
 * the newest budget year that has an issue, the standing official one, else the newest.
 *
 * The lines are read where the database shows no others; of the city only words are taken, never a
 * total or a count.
 */
import { InvariantViolation, type Label, parseMethodology } from "@zhanbasy/core";
import type { OwnAllocation, Publication } from "../contract.ts";
import { layersOf } from "./kept-inputs.ts";
import type { Store } from "./ports.ts";
import type { OwnOrganisation } from "./publication-ports.ts";

/** Organisations of the current issue; none of them where nothing was issued yet. */
export type OwnAllocationReader = (organisationIds: readonly string[]) => Promise<OwnAllocation>;

/** A reader that keeps the words of the law it has read last. */
export function createOwnAllocationReader(
  store: Pick<Store, "publications" | "runs" | "methodologies" | "own">,
): OwnAllocationReader {
  let words: { readonly hash: string; readonly tiers: Promise<TierLabels> } | undefined;
  const tiersOf = (hash: string): Promise<TierLabels> => {
    if (words?.hash !== hash) words = { hash, tiers: readTiers(store, hash) };
    return words.tiers;
  };
  return async (organisationIds) => {
    const publication = await store.publications.findCurrent();
    if (publication === undefined) return { publication: null, organisations: [] };
    const run = await store.runs.find(publication.runId);
    if (run === undefined) throw new InvariantViolation("the run of an issue is kept");
    const [own, tiers] = await Promise.all([
      store.own.find(organisationIds, run.id),
      tiersOf(run.methodologyHash),
    ]);
    return {
      publication: headOf(publication),
      organisations: own.map((each) => organisationOf(each, tiers)),
    };
  };
}

type TierLabels = ReadonlyMap<string, Label>;

async function readTiers(
  { methodologies }: Pick<Store, "methodologies">,
  hash: string,
): Promise<TierLabels> {
  const documents = await methodologies.findDocuments(hash);
  const parsed = documents === undefined ? undefined : parseMethodology(layersOf(documents));
  if (parsed?.ok !== true) throw new InvariantViolation("the law of an issue is kept");
  const tiers = parsed.value.codeLists.get("tier")?.codes ?? new Map();
  return new Map([...tiers].map(([code, { label }]) => [code, label]));
}

function headOf(publication: Publication): NonNullable<OwnAllocation["publication"]> {
  const { id, kind, budgetYear, number, issuedAt } = publication;
  return { id, kind, budgetYear, number, issuedAt };
}

function organisationOf(
  { lines, ...organisation }: OwnOrganisation,
  tiers: TierLabels,
): OwnAllocation["organisations"][number] {
  const total = lines.reduce((sum, { amountTiyn }) => sum + BigInt(amountTiyn), 0n);
  return {
    ...organisation,
    totalTiyn: total.toString(),
    lines: lines.map((line) => {
      const { tier } = line;
      return { ...line, tierLabel: tiers.get(tier) ?? { ru: tier, kk: tier, en: tier } };
    }),
  };
}
