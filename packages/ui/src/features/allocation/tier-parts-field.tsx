/** Beside a tier in the list of columns: whether it is opened into its lines. */
import type { JSX } from "react";

import type { TierColumns } from "./tier-columns.ts";
import { useAllocationText } from "./use-allocation-rows.ts";
import { type SheetView, toggled } from "./use-sheet-view.ts";

type TierPartsFieldProps = {
  readonly columnId: string;
  readonly tiers: readonly TierColumns[];
  readonly view: SheetView;
  readonly onView: (change: Partial<SheetView>) => void;
};

/** Nothing beside a column that has no parts. */
export function TierPartsField(props: TierPartsFieldProps): JSX.Element | null {
  const { columnId, tiers, view, onView } = props;
  const text = useAllocationText();
  const found = tiers.find(({ tier }) => columnId === `tier:${tier}`);
  if (found === undefined) return null;
  return (
    <label className="allocation-parts">
      <input
        type="checkbox"
        aria-label={text("openTier", { name: found.title })}
        checked={view.openTiers.includes(found.tier)}
        onChange={() => onView({ openTiers: toggled(view.openTiers, found.tier) })}
      />
      {text("columnsParts")}
    </label>
  );
}
