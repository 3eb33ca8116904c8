/** The controls of the sheet: search, grouping, the filter, the unit, the columns, the file. */
import { type JSX, type ReactNode, useEffect, useState } from "react";

import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { SegmentedControl } from "../../components/segmented-control.tsx";
import { Select } from "../../components/select.tsx";
import { MONEY_UNITS } from "../../format/money.ts";
import { type OrganisationGrouping, useWorkbook } from "../workbook/workbook-context.ts";
import type { TierColumns } from "./tier-columns.ts";
import { useAllocationText } from "./use-allocation-rows.ts";

type AllocationToolbarProps = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onNextHit: () => void;
  /** Organisations and lines that fit the search; null without one. */
  readonly hits: number | null;
  readonly tiers: readonly TierColumns[];
  /** The list of columns with its button. */
  readonly columns: ReactNode;
};

const GROUPINGS: readonly OrganisationGrouping[] = [
  "district",
  "organisation_type",
  "ownership",
  "none",
];

/** One row; the search and the grouping stay on a phone, the columns do not. */
export function AllocationToolbar(props: AllocationToolbarProps): JSX.Element {
  const { query, onQuery, onNextHit, hits, tiers, columns } = props;
  const { run, unit, setUnit, group, setGroup, tierFilter, setTierFilter } = useWorkbook();
  const text = useAllocationText();
  const filtered = tiers.find(({ tier }) => tier === tierFilter);
  return (
    <>
      <div className="allocation-search">
        <SearchField
          label={text("search")}
          hint={text("searchHint")}
          clearLabel={text("searchClear")}
          value={query}
          onChange={onQuery}
          onSubmit={onNextHit}
        />
      </div>
      <HitCount hits={hits} />
      <Select
        label={text("group")}
        options={GROUPINGS.map((id) => ({ id, name: text(`groups.${id}`) }))}
        selected={group}
        onSelect={setGroup}
      />
      {filtered === undefined ? null : (
        <Button
          label={text("removeFilter", { name: filtered.name })}
          onPress={() => setTierFilter(null)}
        >
          <Icon name="filter" />
          {filtered.name}
          <Icon name="close" />
        </Button>
      )}
      <span className="allocation-space" />
      <SegmentedControl
        label={text("units")}
        segments={MONEY_UNITS.map((id) => ({
          id,
          content: text(`unit.${id}`),
          label: text(`unitName.${id}`),
        }))}
        selected={unit === "billion" ? "million" : unit}
        onSelect={setUnit}
      />
      <span className="allocation-columns-control">{columns}</span>
      <a
        className="button button-quiet allocation-download"
        href={`/api/v1/runs/${encodeURIComponent(run.id)}/lines.csv`}
        download
        title={text("downloadTitle")}
      >
        <Icon name="download" />
        {text("download")}
      </a>
    </>
  );
}

/** Long enough that typing does not interrupt itself. */
const SAID_AFTER_MS = 700;

/** The number of hits, said politely when the typing has come to rest. */
function HitCount({ hits }: { readonly hits: number | null }): JSX.Element {
  const text = useAllocationText();
  const [said, setSaid] = useState("");
  const words = hits === null ? "" : text("hits", { count: hits });
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  );
}
