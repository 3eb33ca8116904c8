/** The active figure in words: what it is, its rule by names, the same in figures, its ground. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "../../components/icon.tsx";
import { StatusMark } from "../../components/status-mark.tsx";
import { useWorkbook } from "../workbook/workbook-context.ts";
import { columnTitle, rowMark, rowTitle } from "./figure-words.ts";
import "./formula-bar.css";
import { partRows, rowValue } from "./part-rows.ts";
import type { SumProps } from "./parts-list.tsx";
import { type Explanation, useExplanation } from "./use-explanation.ts";

const LISTED_ROWS = 5;

/** The bar above the sheet. */
export function FormulaBar(): ReactElement {
  const { t } = useTranslation();
  const { activeFigure, isPanelOpen, setPanelOpen } = useWorkbook();
  const explanation = useExplanation();
  const { words, traced, reader } = explanation;
  const name = `${rowTitle(activeFigure, words)} · ${columnTitle(activeFigure, words)}`;
  return (
    <>
      <div className="formula-name" title={name}>
        <span className="visually-hidden">{`${t("explanation.name")}: `}</span>
        {`${rowMark(activeFigure, words)} · ${columnTitle(activeFigure, words)}`}
      </div>
      <div className="formula-rule">
        <span className="formula-sign" aria-hidden="true">
          fx
        </span>
        <span className="visually-hidden">{`${t("explanation.formula")}: `}</span>
        <FormulaRule explanation={explanation} />
      </div>
      <div className="formula-ground">
        {traced?.status === undefined ? null : (
          <StatusMark status={traced.status} word={reader.translate(`status.${traced.status}`)} />
        )}
        {traced?.act === undefined ? null : (
          <span className="formula-act" title={traced.act}>
            <Icon name="document" />
            <span className="formula-act-name">{traced.act}</span>
          </span>
        )}
        {isPanelOpen ? null : (
          <button type="button" className="link-button" onClick={() => setPanelOpen(true)}>
            {t("explanation.open")}
          </button>
        )}
      </div>
    </>
  );
}

/** A sum of a few rows names them with their figures; a longer one says of how many it is. */
function PartsRule({ question, words }: SumProps): ReactElement {
  const { t } = useTranslation();
  if (question.of === "perHead") return <span>{t("explanation.divided")}</span>;
  const rows = partRows(question.parts, words);
  if (rows.length > LISTED_ROWS) {
    return <span>{t("explanation.parts", { count: question.parts.length })}</span>;
  }
  const values = rows.map((row) => rowValue(row, question.of, words));
  return (
    <span className="formula-words">
      {rows.map(({ columnId, title }, position) => (
        <span key={columnId}>
          {position === 0 ? "" : " + "}
          <span className="formula-token">{title}</span>
        </span>
      ))}
      {rows.length === 1 ? null : (
        <span className="formula-figures">{` = ${values.join(" + ")}`}</span>
      )}
    </span>
  );
}

/** Names as tokens, then the same with figures; a sum says of how many lines it is. */
function FormulaRule({ explanation }: { readonly explanation: Explanation }): ReactElement | null {
  const { t } = useTranslation();
  const { question, traced } = explanation;
  if (question.kind === "nothing") return <span>{t("explanation.nothing")}</span>;
  if (question.kind === "parts") return <PartsRule question={question} words={explanation.words} />;
  if (traced === undefined) return null;
  if (traced.changes.length > 0) return <span>{traced.changes.join("; ")}</span>;
  if (traced.words.length === 0) return <span>{t("explanation.noFormula")}</span>;
  return (
    <span className="formula-words">
      {traced.words.map(({ name, text }, position) => (
        <span
          // The same name may stand twice in a rule: its place is what tells it apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change their order.
          key={position}
          className={name === undefined ? "formula-text" : "formula-token"}
        >
          {text}
        </span>
      ))}
      {traced.figures === undefined ? null : (
        <span className="formula-figures">{` = ${traced.figures}`}</span>
      )}
      <span className="formula-figures">{` = ${traced.value}`}</span>
    </span>
  );
}
