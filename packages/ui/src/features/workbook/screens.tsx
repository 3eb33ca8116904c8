/** What stands in the frame while there is no run to show: loading, none yet, a fault. */
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { ApiFault } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { FaultNotice } from "../../components/fault-notice.tsx";
import { AfterMoment, Skeleton } from "../../components/skeleton.tsx";
import { AppBar } from "../shell/app-bar.tsx";
import "./envelope-strip.css";
import "./frame.css";
import "./screens.css";

const ROW_WIDTHS = ["62%", "48%", "70%", "54%", "66%", "44%", "58%", "50%"];
const COLUMN_WIDTHS = ["56%", "74%", "66%", "70%", "60%", "76%"];
const BLANK_CELLS = ["strip.headroom", "strip.assumed", "strip.checks"];

/** Skeletons in the places of the cells, after a moment. */
export function LoadingScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <FrameWithoutRun>
      <p className="visually-hidden" role="status">
        {t("states.loading")}
      </p>
      <AfterMoment>
        <div className="skeleton-sheet" aria-hidden="true">
          {ROW_WIDTHS.map((width) => (
            <div key={width} className="skeleton-row">
              <Skeleton width={width} />
              {COLUMN_WIDTHS.map((column) => (
                <Skeleton key={column} width={column} />
              ))}
            </div>
          ))}
        </div>
      </AfterMoment>
    </FrameWithoutRun>
  );
}

/** Nothing was calculated yet: how the first run comes to be. */
export function EmptyScreen({
  onRetry,
  loading,
}: {
  readonly onRetry: () => void;
  /** Takes the invented city in; absent where the person may not. */
  readonly loading?: CityLoading | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const isRunning = loading?.isRunning === true;
  return (
    <FrameWithoutRun>
      <Message
        title={t("states.emptyTitle")}
        text={t(loading === undefined ? "states.emptyText" : "states.emptyTextOffer")}
      >
        {loading === undefined ? null : (
          <Button kind="primary" onPress={loading.start} isDisabled={isRunning}>
            {t(isRunning ? "states.loadingCity" : "states.loadCity")}
          </Button>
        )}
        <Button onPress={onRetry} isDisabled={isRunning}>
          {t("states.checkAgain")}
        </Button>
        {loading?.fault === undefined ? null : <FaultNotice fault={loading.fault} />}
      </Message>
    </FrameWithoutRun>
  );
}

/** The invented city on its way in. */
export type CityLoading = {
  readonly start: () => void;
  readonly isRunning: boolean;
  readonly fault: ApiFault | undefined;
};

/** No answer came: why, the number of the incident where there is one, and another try. */
export function FaultScreen({
  fault,
  onRetry,
}: {
  readonly fault: ApiFault;
  readonly onRetry: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const incident = fault.kind === "refused" ? fault.problem?.requestId : undefined;
  return (
    <FrameWithoutRun>
      <Message
        role="alert"
        title={t(`states.${fault.kind}Title`)}
        text={t(`states.${fault.kind}Text`)}
        note={incident === undefined ? undefined : t("states.incident", { id: incident })}
      >
        <Button kind="primary" onPress={onRetry}>
          {t("states.retry")}
        </Button>
      </Message>
    </FrameWithoutRun>
  );
}

/** The program itself failed: no figures, since they might be wrong. */
export function BrokenScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <main className="broken-screen">
      <Message role="alert" title={t("states.brokenTitle")} text={t("states.brokenText")}>
        <Button kind="primary" onPress={() => window.location.reload()}>
          {t("states.reload")}
        </Button>
      </Message>
    </main>
  );
}

/** What is so, what it means, and what can be done. */
export type MessageProps = {
  readonly title: string;
  readonly text: string;
  readonly note?: string | undefined;
  readonly role?: "alert";
  readonly children: ReactNode;
};

/** The words of a screen that has nothing else to show. */
export function Message({ title, text, note, role, children }: MessageProps): ReactElement {
  return (
    <div className="message" role={role}>
      <h1 className="type-screen-title">{title}</h1>
      <p className="message-text">{text}</p>
      {note === undefined ? null : <p className="message-note">{note}</p>}
      <div className="message-action">{children}</div>
    </div>
  );
}

/** The frame is learnt at once: its parts stand, without figures. */
export function FrameWithoutRun({ children }: { readonly children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="frame frame-without-run">
      <title>Zhanbasy</title>
      <AppBar />
      <section className="strip" aria-label={t("strip.label")}>
        <div className="strip-cell strip-envelope">
          <p className="strip-label">{t("strip.envelopeBare")}</p>
          <p className="type-strip-value strip-absent">—</p>
        </div>
        <div className="strip-cell strip-allocated">
          <p className="strip-label">{t("strip.allocated")}</p>
          <span className="strip-empty-bar" />
        </div>
        {BLANK_CELLS.map((label) => (
          <div key={label} className="strip-cell strip-blank">
            <p className="strip-label">{t(label)}</p>
            <p className="type-strip-value strip-absent">—</p>
          </div>
        ))}
      </section>
      <main className="frame-without-sheet">{children}</main>
    </div>
  );
}
