/** Which tiers are on view and which of them are opened into their lines. */
import type { JSX } from "react";

import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Popover } from "../../components/popover.tsx";
import type { TierColumns } from "./tier-columns.ts";
import { useAllocationText } from "./use-allocation-rows.ts";
import { type SheetView, toggled } from "./use-sheet-view.ts";

type ColumnsPopoverProps = {
  readonly tiers: readonly TierColumns[];
  readonly view: SheetView;
  readonly onView: (change: Partial<SheetView>) => void;
  readonly onFirstView: () => void;
};

/** «Вернуть вид» gives back columns, widths and order; folded groups stay as they are. */
export function ColumnsPopover(props: ColumnsPopoverProps): JSX.Element {
  const { tiers, view, onView, onFirstView } = props;
  const text = useAllocationText();
  return (
    <Popover
      label={text("columns")}
      trigger={
        <Button kind="quiet">
          <Icon name="columns" />
          {text("columns")}
        </Button>
      }
    >
      <table className="allocation-columns">
        <thead>
          <tr>
            <th scope="col">{text("columnsTier")}</th>
            <th scope="col">{text("columnsShown")}</th>
            <th scope="col">{text("columnsParts")}</th>
          </tr>
        </thead>
        <tbody>
          {tiers.map(({ tier, title }) => {
            const isHidden = view.hiddenTiers.includes(tier);
            return (
              <tr key={tier}>
                <th scope="row">{title}</th>
                <td>
                  <input
                    type="checkbox"
                    aria-label={text("showTier", { name: title })}
                    checked={!isHidden}
                    onChange={() => onView({ hiddenTiers: toggled(view.hiddenTiers, tier) })}
                  />
                </td>
                <td>
                  <input
                    type="checkbox"
                    aria-label={text("openTier", { name: title })}
                    checked={view.openTiers.includes(tier)}
                    disabled={isHidden}
                    onChange={() => onView({ openTiers: toggled(view.openTiers, tier) })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button onPress={onFirstView}>{text("firstView")}</Button>
    </Popover>
  );
}
