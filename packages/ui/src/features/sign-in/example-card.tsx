/** What the product does, in one worked figure, for somebody who has not seen it yet. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "../../components/icon.tsx";
import { StatusMark } from "../../components/status-mark.tsx";
import { formatAverage } from "../../format/count.ts";
import { formatHeadlineMoney, formatMoney } from "../../format/money.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { EXAMPLE_AMOUNT_TIYN, EXAMPLE_NORM_TIYN, EXAMPLE_ROLL } from "./worked-example.ts";

const PROMISES = ["signIn.promiseSum", "signIn.promiseStatus", "signIn.promiseKept"];

/** A figure with its two parts, the clause it stands on, and what always holds. */
export function ExampleCard(): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <aside className="example" aria-label={t("signIn.exampleLabel")}>
      <p className="example-headline">{t("signIn.headline")}</p>
      <div className="example-card">
        <p className="type-label example-note">{t("signIn.exampleTitle")}</p>
        <p className="type-headline">
          {formatHeadlineMoney(EXAMPLE_AMOUNT_TIYN, "tenge", language)}
        </p>
        <dl className="example-parts">
          <div>
            <dt>{t("signIn.exampleNorm")}</dt>
            <dd>{formatMoney(EXAMPLE_NORM_TIYN, "tenge", language)}</dd>
          </div>
          <div>
            <dt>{t("signIn.exampleRoll")}</dt>
            <dd>{formatAverage(String(EXAMPLE_ROLL), language)}</dd>
          </div>
        </dl>
        <p className="example-ground">
          <Icon name="document" />
          <span>{t("signIn.exampleGround")}</span>
        </p>
        <p className="example-ground">
          <StatusMark status="assumed" word={t("signIn.exampleStatus")} />
        </p>
      </div>
      <ul className="example-promises">
        {PROMISES.map((promise) => (
          <li key={promise}>
            <Icon name="check" />
            <span>{t(promise)}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
