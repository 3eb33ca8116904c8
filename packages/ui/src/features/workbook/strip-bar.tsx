/** The allocated sum by tier as one bar, and its legend with amounts; a tier filters the sheet. */
import type { ReactElement } from "react";
import { ToggleButton } from "react-aria-components";
import { useTranslation } from "react-i18next";

import { formatMoney } from "../../format/money.ts";
import { formatShare } from "../../format/percent.ts";
import type { StripFigures, StripTier } from "./strip-figures.ts";
import { useTierName } from "./tier-name.ts";
import { useWorkbook } from "./workbook-context.ts";
import "./strip-bar.css";

/** Colours exist for six tiers; any later one takes the last. */
const COLOURS = 6;

/** The bar and its legend. */
export function StripBar({ figures }: { readonly figures: StripFigures }): ReactElement {
  const { t } = useTranslation();
  const { language, tierFilter, setTierFilter } = useWorkbook();
  const nameOf = useTierName();
  const hintOf = ({ code, label, amount }: StripTier): string =>
    t("strip.tierHint", {
      name: label?.[language] ?? code,
      amount: formatMoney(amount, "tenge", language),
      share: formatShare(amount, figures.allocated, language),
    });
  const toggle = (code: string): void => setTierFilter(tierFilter === code ? null : code);
  return (
    <>
      <div className="strip-bar" aria-hidden="true">
        {figures.tiers.map((tier, index) => (
          <button
            key={tier.code}
            type="button"
            tabIndex={-1}
            className={`strip-part ${colourOf(index)}`}
            data-faded={tierFilter !== null && tierFilter !== tier.code}
            style={{ flexGrow: tier.width }}
            title={hintOf(tier)}
            onClick={() => toggle(tier.code)}
          />
        ))}
        {figures.freeWidth > 0 ? (
          <span className="strip-free" style={{ flexGrow: figures.freeWidth }} />
        ) : null}
      </div>
      <ul className="strip-legend" aria-label={t("strip.tiers")}>
        {figures.tiers.map((tier, index) => (
          <li key={tier.code} title={hintOf(tier)}>
            <ToggleButton
              className="strip-tier"
              isSelected={tierFilter === tier.code}
              onChange={() => toggle(tier.code)}
            >
              <span className={`strip-swatch ${colourOf(index)}`} aria-hidden="true" />
              <span className="strip-tier-name">{nameOf(tier.code, tier.label)}</span>{" "}
              <b>{formatMoney(tier.shown, "billion", language)}</b>
            </ToggleButton>
          </li>
        ))}
      </ul>
    </>
  );
}

function colourOf(index: number): string {
  return `strip-colour-${Math.min(index + 1, COLOURS)}`;
}
