/** The values without an act that reached some amount, by parameter. */
import type { AssumedValue } from "@zhanbasy/api/contract";
import { formatDate, formatExact, formatMoneyDigits, formatUnitText } from "@zhanbasy/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { ModalDialog } from "../../components/popover.tsx";
import { createCoreTranslate } from "../../i18n/texts.ts";
import { useWorkbook } from "./workbook-context.ts";
import "./dialogs.css";

/** A dialog of the workbook, open or not. */
export type WorkbookDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** Lists each assumed value with what it holds for, its unit, its day and its source. */
export function AssumedDialog({ isOpen, onClose }: WorkbookDialogProps): ReactElement {
  const { t } = useTranslation();
  const { run } = useWorkbook();
  const parameters = [...new Set(run.assumed.map(({ parameter }) => parameter))];
  return (
    <ModalDialog
      title={t("assumed.title", { count: run.assumed.length })}
      closeLabel={t("frame.close")}
      isOpen={isOpen}
      onClose={onClose}
    >
      <p className="dialog-lead">
        {run.assumed.length === 0 ? t("assumed.none") : t("assumed.lead")}
      </p>
      {parameters.map((parameter) => (
        <AssumedGroup
          key={parameter}
          values={run.assumed.filter((value) => value.parameter === parameter)}
        />
      ))}
    </ModalDialog>
  );
}

function AssumedGroup({ values }: { readonly values: readonly AssumedValue[] }): ReactElement {
  const { t } = useTranslation();
  const { language } = useWorkbook();
  return (
    <section className="dialog-group">
      <h3 className="dialog-group-title">
        {values[0]?.label[language]} <span className="dialog-count">{values.length}</span>
      </h3>
      <table className="dialog-table">
        <thead>
          <tr>
            <th scope="col">{t("assumed.for")}</th>
            <th scope="col" className="dialog-figure">
              {t("assumed.value")}
            </th>
            <th scope="col">{t("assumed.since")}</th>
            <th scope="col">{t("assumed.source")}</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value) => (
            <AssumedRow key={rowKey(value)} value={value} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function AssumedRow({ value }: { readonly value: AssumedValue }): ReactElement {
  const { t } = useTranslation();
  const { names, language } = useWorkbook();
  const words = value.key.map(
    ({ dimension, code }) => names.codeLists[dimension]?.[code]?.[language] ?? code,
  );
  const isMoney = value.unit.split(/[*/]/)[0] === names.currency;
  const shown = (text: string): string =>
    isMoney && !text.includes("/")
      ? formatMoneyDigits(text, language)
      : formatExact(text, language);
  const digits =
    value.points
      ?.map((point) => `${formatExact(point.from, language)} → ${shown(point.value)}`)
      .join("; ") ?? shown(value.digits);
  const unit = formatUnitText(
    value.unit,
    createCoreTranslate(language),
    value.digits,
    (base, isOne) => names.units[base]?.[isOne ? "one" : "many"][language],
  );
  const translated = value.source === null ? undefined : names.translations[value.source];
  return (
    <tr>
      <td>{words.length === 0 ? t("assumed.all") : words.join(", ")}</td>
      <td className="dialog-figure">
        <b>{digits}</b> <span className="dialog-unit">{unit}</span>
      </td>
      <td className="dialog-date">{formatDate(value.validFrom)}</td>
      <td className="dialog-source" lang={translated === undefined ? "ru" : language}>
        {translated?.[language] ?? value.source ?? "—"}
      </td>
    </tr>
  );
}

function rowKey({ key, validFrom, digits }: AssumedValue): string {
  return [...key.map(({ dimension, code }) => `${dimension}=${code}`), validFrom, digits].join("|");
}
