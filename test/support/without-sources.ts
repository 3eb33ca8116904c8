/** What a register says, whatever file and row it said it in. */
import type { RegisterSnapshot } from "../../packages/core/src/index.ts";

type Sourced = { readonly source: object };
type Sourceless = {
  readonly [Table in keyof RegisterSnapshot]: readonly Omit<
    RegisterSnapshot[Table][number],
    "source"
  >[];
};

export function withoutSources(snapshot: RegisterSnapshot): Sourceless {
  return {
    organisations: snapshot.organisations.map(withoutSource),
    headcounts: snapshot.headcounts.map(withoutSource),
    facts: snapshot.facts.map(withoutSource),
    estimates: snapshot.estimates.map(withoutSource),
    lastYear: snapshot.lastYear.map(withoutSource),
  };
}

function withoutSource<Row extends Sourced>(row: Row): Omit<Row, "source"> {
  return Object.fromEntries(Object.entries(row).filter(([field]) => field !== "source")) as Omit<
    Row,
    "source"
  >;
}
