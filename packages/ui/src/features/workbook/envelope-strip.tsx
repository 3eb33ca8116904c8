/** The envelope, what was allocated of it, and what is left: it never leaves the screen. */
import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";

import { Icon } from "../../components/icon.tsx";
import { StatusShape } from "../../components/status-mark.tsx";
import { formatHeadlineMoney, formatMoney } from "../../format/money.ts";
import { formatShare } from "../../format/percent.ts";
import { AssumedDialog } from "./assumed-dialog.tsx";
import { ChecksDialog } from "./checks-dialog.tsx";
import { StripBar } from "./strip-bar.tsx";
import { type StripFigures, stripFigures } from "./strip-figures.ts";
import { useWorkbook } from "./workbook-context.ts";
import "./envelope-strip.css";

/** The strip of the run on view; its parts open what stands behind them. */
export function EnvelopeStrip(): ReactElement {
  const { t } = useTranslation();
  const { run, names, language } = useWorkbook();
  const figures = stripFigures(run, names);
  return (
    <section className="strip" data-region="strip" aria-label={t("strip.label")}>
      <div className="strip-cell strip-envelope">
        <p className="strip-label">{t("strip.envelope", { year: run.budgetYear })}</p>
        {figures.limit === undefined ? (
          <p className="type-strip-value strip-absent">{t("strip.envelopeMissing")}</p>
        ) : (
          <Amount tiyn={figures.limit} />
        )}
      </div>
      <div className="strip-cell strip-allocated">
        <p className="strip-label">
          {t("strip.allocated")}{" "}
          <b title={exactText(figures.allocated)}>
            {formatMoney(figures.allocated, "million", language)} {t("strip.million")}
          </b>
          {figures.limit === undefined ? null : (
            <> · {formatShare(figures.allocated, figures.limit, language)}</>
          )}
        </p>
        <p className="strip-label strip-unit">{t("strip.billion")}</p>
        <StripBar figures={figures} />
      </div>
      <Headroom figures={figures} />
      <AssumedCell />
      <ChecksCell />
    </section>
  );

  function exactText(tiyn: bigint): string {
    return t("strip.exact", { amount: formatMoney(tiyn, "tenge", language) });
  }
}

function Headroom({ figures }: { readonly figures: StripFigures }): ReactElement {
  const { t } = useTranslation();
  const { language } = useWorkbook();
  const { headroom } = figures;
  const isDeficit = headroom !== undefined && headroom < 0n;
  return (
    <div className={`strip-cell strip-headroom${isDeficit ? " strip-deficit" : ""}`}>
      <p className="strip-label">{isDeficit ? t("strip.deficit") : t("strip.headroom")}</p>
      {headroom === undefined ? (
        <p className="type-strip-value strip-absent">—</p>
      ) : (
        <>
          <Amount tiyn={headroom} />
          <p className="strip-label strip-exact">
            {t("strip.exact", { amount: formatMoney(headroom, "tenge", language) })}
          </p>
        </>
      )}
    </div>
  );
}

function AssumedCell(): ReactElement {
  const { t } = useTranslation();
  const { run } = useWorkbook();
  return (
    <StripButton
      className="strip-assumed"
      label={t("strip.assumed")}
      value={
        <>
          {run.assumed.length > 0 ? <StatusShape status="assumed" /> : null}
          <span className="type-strip-value">{run.assumed.length}</span>
        </>
      }
      dialog={(isOpen, close) => <AssumedDialog isOpen={isOpen} onClose={close} />}
    />
  );
}

function ChecksCell(): ReactElement {
  const { t } = useTranslation();
  const { run } = useWorkbook();
  const count = run.warnings.length;
  return (
    <StripButton
      className={`strip-checks${count > 0 ? " strip-warned" : ""}`}
      label={t("strip.checks")}
      value={
        <>
          <Icon name={count > 0 ? "warning" : "check"} />
          <b>{count > 0 ? t("strip.warnings", { count }) : t("strip.noWarnings")}</b>
        </>
      }
      dialog={(isOpen, close) => <ChecksDialog isOpen={isOpen} onClose={close} />}
    />
  );
}

type StripButtonProps = {
  readonly className: string;
  readonly label: string;
  readonly value: ReactNode;
  readonly dialog: (isOpen: boolean, close: () => void) => ReactNode;
};

function StripButton({ className, label, value, dialog }: StripButtonProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        className={`strip-cell strip-button ${className}`}
        aria-haspopup="dialog"
        onPress={() => setOpen(true)}
      >
        <span className="strip-label">{label}</span>
        <span className="strip-mark">{value}</span>
      </Button>
      {dialog(isOpen, () => setOpen(false))}
    </>
  );
}

function Amount({ tiyn }: { readonly tiyn: bigint }): ReactElement {
  const { t } = useTranslation();
  const { language } = useWorkbook();
  const exact = t("strip.exact", { amount: formatMoney(tiyn, "tenge", language) });
  return (
    <p className="strip-amount" title={exact}>
      <span className="type-strip-value">{formatHeadlineMoney(tiyn, "million", language)}</span>{" "}
      <span className="strip-amount-unit">{t("strip.million")}</span>
    </p>
  );
}
