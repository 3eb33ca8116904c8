/** The envelope of a scenario, what was allocated of it by tier, and what is left or lacking. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { formatHeadlineMoney, formatMoney } from "../../format/money.ts";
import { formatShare } from "../../format/percent.ts";
import { type StripFigures, stripFigures } from "../workbook/strip-figures.ts";
import { useTierName } from "../workbook/tier-name.ts";
import { useScenarioOnView } from "./scenario-context.ts";
import "../workbook/envelope-strip.css";
import "../workbook/strip-bar.css";

/** Colours exist for six tiers; any later one takes the last. */
const COLOURS = 6;

/** Every shown part adds up to the shown total; the exact figures stand below. */
export function ScenarioStrip(): ReactElement {
  const { t } = useTranslation();
  const { scenario, words } = useScenarioOnView();
  const { language, names } = words;
  const figures = stripFigures(scenario, names);
  return (
    <section className="strip scenario-strip" aria-label={t("strip.label")}>
      <div className="strip-cell strip-envelope">
        <p className="strip-label">{t("strip.envelope", { year: scenario.budgetYear })}</p>
        {figures.limit === undefined ? (
          <p className="type-strip-value strip-absent">{t("strip.envelopeMissing")}</p>
        ) : (
          <StripAmount tiyn={figures.limit} />
        )}
      </div>
      <div className="strip-cell strip-total">
        <p className="strip-label">{t("strip.allocated")}</p>
        <StripAmount tiyn={figures.allocated} />
      </div>
      <div className="strip-cell strip-allocated">
        <p className="strip-label">
          {t("scenario.byTier")}
          {figures.limit === undefined ? null : (
            <> · {formatShare(figures.allocated, figures.limit, language)}</>
          )}
        </p>
        <p className="strip-label strip-unit">{t("strip.billion")}</p>
        <TierBar figures={figures} />
      </div>
      <StripHeadroom figures={figures} />
    </section>
  );
}

function TierBar({ figures }: { readonly figures: StripFigures }): ReactElement {
  const { t } = useTranslation();
  const { words } = useScenarioOnView();
  const { language } = words;
  const nameOf = useTierName();
  return (
    <>
      <div className="strip-bar" aria-hidden="true">
        {figures.tiers.map(({ code, width }, index) => (
          <span
            key={code}
            className={`strip-part ${colourOf(index)}`}
            style={{ flexGrow: width }}
          />
        ))}
        {figures.freeWidth > 0 ? (
          <span className="strip-free" style={{ flexGrow: figures.freeWidth }} />
        ) : null}
      </div>
      <ul className="strip-legend" aria-label={t("scenario.tiers")}>
        {figures.tiers.map(({ code, label, amount, shown }, index) => (
          <li
            key={code}
            className="strip-tier"
            title={t("strip.tierHint", {
              name: label?.[language] ?? code,
              amount: formatMoney(amount, "tenge", language),
              share: formatShare(amount, figures.allocated, language),
            })}
          >
            <span className={`strip-swatch ${colourOf(index)}`} aria-hidden="true" />
            <span className="strip-tier-name">{nameOf(code, label)}</span>{" "}
            <b>{formatMoney(shown, "billion", language)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

function StripHeadroom({ figures }: { readonly figures: StripFigures }): ReactElement {
  const { t } = useTranslation();
  const { headroom } = figures;
  const isDeficit = headroom !== undefined && headroom < 0n;
  return (
    <div className={`strip-cell strip-headroom${isDeficit ? " strip-deficit" : ""}`} role="status">
      <p className="strip-label">{isDeficit ? t("strip.deficit") : t("strip.headroom")}</p>
      {headroom === undefined ? (
        <p className="type-strip-value strip-absent">—</p>
      ) : (
        <StripAmount tiyn={headroom} />
      )}
    </div>
  );
}

function StripAmount({ tiyn }: { readonly tiyn: bigint }): ReactElement {
  const { t } = useTranslation();
  const { words } = useScenarioOnView();
  const { language } = words;
  return (
    <>
      <p className="strip-amount">
        <span className="type-strip-value">{formatHeadlineMoney(tiyn, "million", language)}</span>{" "}
        <span className="strip-amount-unit">{t("strip.million")}</span>
      </p>
      <p className="strip-label strip-exact">
        {t("strip.exact", { amount: formatMoney(tiyn, "tenge", language) })}
      </p>
    </>
  );
}

function colourOf(index: number): string {
  return `strip-colour-${Math.min(index + 1, COLOURS)}`;
}
