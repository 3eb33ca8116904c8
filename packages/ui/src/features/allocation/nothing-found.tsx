/** What stands in place of the sheet when no organisation fits: the conditions and the way back. */
import type { JSX } from "react";

import { Button } from "../../components/button.tsx";
import { useWorkbook } from "../workbook/workbook-context.ts";
import type { TierColumns } from "./tier-columns.ts";
import { useAllocationText } from "./use-allocation-rows.ts";

type NothingFoundProps = {
  readonly query: string;
  readonly tiers: readonly TierColumns[];
  readonly onClear: () => void;
};

/** Names each condition, so that the person sees which one is too narrow. */
export function NothingFound({ query, tiers, onClear }: NothingFoundProps): JSX.Element {
  const { tierFilter } = useWorkbook();
  const text = useAllocationText();
  const tier = tiers.find((known) => known.tier === tierFilter);
  const conditions = [
    ...(tier === undefined ? [] : [text("condition.tier", { name: tier.name })]),
    ...(query.trim() === "" ? [] : [text("condition.query", { query: query.trim() })]),
  ];
  return (
    <div className="allocation-empty">
      <p className="allocation-empty-title">{text("empty")}</p>
      <p className="allocation-empty-conditions">{conditions.join(" · ")}</p>
      <Button onPress={onClear}>{text("clearFilters")}</Button>
    </div>
  );
}
