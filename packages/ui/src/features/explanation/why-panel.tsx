/** «Почему столько»: the exact figure, its rule in a sentence, and everything it was made of. */
import { type ReactElement, type Ref, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Notice } from "../../components/notice.tsx";
import { AfterMoment, Skeleton } from "../../components/skeleton.tsx";
import { StatusMark } from "../../components/status-mark.tsx";
import { type ActiveFigure, useWorkbook } from "../workbook/workbook-context.ts";
import { ExplainedTree } from "./explained-tree.tsx";
import { columnsAbove } from "./figure-path.ts";
import { columnTitle, rowTitle } from "./figure-words.ts";
import { useFoldMemory } from "./fold-memory.ts";
import { PartsList } from "./parts-list.tsx";
import { saveTrace } from "./save-trace.ts";
import { shownFigure } from "./shown-figure.ts";
import { type Explanation, useExplanation } from "./use-explanation.ts";
import "./why-panel.css";

/** The panel at the right; it follows the active cell. */
export function WhyPanel(): ReactElement {
  const { t } = useTranslation();
  const { setActiveFigure, setPanelOpen } = useWorkbook();
  const explanation = useExplanation();
  const { graph } = explanation;
  const head = useRef<HTMLDivElement>(null);
  // The pressed part goes away with its list: the focus stands at the head of what it led to.
  const open: OpenFigure = (figure) => {
    setActiveFigure(figure);
    head.current?.focus();
  };
  return (
    <div className="why">
      <header className="why-header">
        <h2 className="type-section-title">{t("explanation.title")}</h2>
        {graph === undefined ? null : (
          <Button
            kind="icon"
            label={t("explanation.download")}
            onPress={() => saveTrace(graph, document)}
          >
            <Icon name="download" />
          </Button>
        )}
        <Button kind="icon" label={t("explanation.close")} onPress={() => setPanelOpen(false)}>
          <Icon name="close" />
        </Button>
      </header>
      <div className="why-body">
        <FigureHead explanation={explanation} head={head} onOpen={open} />
        <Answer explanation={explanation} onOpen={open} />
      </div>
    </div>
  );
}

type OpenFigure = (figure: ActiveFigure) => void;
type AnswerProps = { readonly explanation: Explanation; readonly onOpen: OpenFigure };

function FigureHead({
  explanation,
  head,
  onOpen,
}: AnswerProps & { readonly head: Ref<HTMLDivElement> }): ReactElement {
  const { t } = useTranslation();
  const { activeFigure, run, shownMembers } = useWorkbook();
  const { words, question, traced, reader } = explanation;
  const isPart = shownMembers !== null && ["city", "group"].includes(activeFigure.rowKind);
  const bin = activeFigure.rowKind === "organisation" ? activeFigure.id : undefined;
  return (
    <div className="why-head" ref={head} tabIndex={-1}>
      <p className="why-who">
        {rowTitle(activeFigure, words)}
        {bin === undefined ? null : ` · ${t("explanation.bin", { bin })}`}
        {isPart ? ` · ${t("explanation.shownOnly")}` : null}
      </p>
      <p className="why-figure">
        {shownFigure(activeFigure, question, words).replaceAll("\u202F", "\u00A0")}
      </p>
      <p className="why-what">
        {columnsAbove(activeFigure.columnId, words.columns).map((columnId) => (
          <span key={columnId} className="why-above">
            <button
              type="button"
              className="link-button"
              onClick={() => onOpen({ ...activeFigure, columnId })}
            >
              {columnTitle({ ...activeFigure, columnId }, words)}
            </button>
            <Icon name="chevron-right" />
          </span>
        ))}
        {`${columnTitle(activeFigure, words)} · ${t("explanation.year", { year: run.budgetYear })}`}
        {traced?.status === undefined ? null : (
          <StatusMark status={traced.status} word={reader.translate(`status.${traced.status}`)} />
        )}
      </p>
    </div>
  );
}

function Answer({ explanation, onOpen }: AnswerProps): ReactElement {
  const { t } = useTranslation();
  const { question, traced, isFailed, retry } = explanation;
  if (question.kind === "nothing") {
    return <p className="why-sentence">{t("explanation.nothing")}</p>;
  }
  if (question.kind === "parts") {
    return <PartsList question={question} words={explanation.words} onOpen={onOpen} />;
  }
  if (isFailed) {
    const again = <Button onPress={retry}>{t("explanation.retry")}</Button>;
    return <Notice kind="negative" title={t("explanation.failed")} action={again} />;
  }
  if (traced === undefined) return <Waiting />;
  return <Traced explanation={explanation} />;
}

function Waiting(): ReactElement {
  return (
    <AfterMoment>
      <div className="why-waiting">
        {["92%", "64%", "78%", "70%"].map((width) => (
          <Skeleton key={width} width={width} />
        ))}
      </div>
    </AfterMoment>
  );
}

function Traced({ explanation }: { readonly explanation: Explanation }): ReactElement | null {
  const { t } = useTranslation();
  const folds = useFoldMemory();
  const { traced, reader, question } = explanation;
  if (traced === undefined || question.kind !== "trace") return null;
  const { words, figures, value, inputs, status, cases, changes } = traced;
  const isOfficial = status === "enacted" || status === "local";
  return (
    <>
      <div className="why-sentence">
        {changes.map((change) => (
          <p key={change}>{change}</p>
        ))}
        {changes.length > 0 ? null : (
          <p>
            {words.length === 0
              ? t("explanation.noFormula")
              : words.map(({ text }) => text).join("")}
          </p>
        )}
        {cases.map((each) => (
          <p key={each}>{each.slice(0, 1).toUpperCase() + each.slice(1)}</p>
        ))}
        {figures === undefined ? null : <p className="why-numbers">{`${figures} = ${value}`}</p>}
      </div>
      <ExplainedTree nodes={inputs} folds={folds} words={reader.translate} />
      {status === undefined || isOfficial ? null : (
        <p className="why-note">
          {t(`explanation.${question.of === "amount" ? "preliminary" : "assumedCount"}`)}
        </p>
      )}
    </>
  );
}
