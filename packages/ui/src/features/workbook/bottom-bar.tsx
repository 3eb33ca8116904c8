/** The foot of the frame: sheets at the left, exact words about the figures at the right. */
import type { RunDetail } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";

import { formatMoment } from "../../format/date.ts";
import { SheetTabs } from "./sheet-tabs.tsx";
import "./bottom-bar.css";

const SHORT_HASH = 8;
const ALLOCATION = "allocation";
/** The id of the body of the sheet. */
const SHEET = "sheet";

/** What the foot needs of the frame. */
export type BottomBarProps = {
  readonly run: RunDetail;
  /** Takes the element into which a sheet puts its status. */
  readonly statusLine: (place: HTMLElement | null) => void;
  readonly openKeys: () => void;
};

/** Sheets, status line, identity of the run, and the way to the list of keys. */
export function BottomBar({ run, statusLine, openKeys }: BottomBarProps): ReactElement {
  const { t } = useTranslation();
  const moment = formatMoment(run.createdAt);
  const facts = { hash: run.resultHash, version: run.engineVersion, moment };
  return (
    <footer className="bottom-bar" data-region="tabs">
      <SheetTabs
        sheets={[{ id: ALLOCATION, name: t("frame.allocation") }]}
        open={ALLOCATION}
        onOpen={enterSheet}
        controls={SHEET}
      />
      <div className="status-line">
        <div className="status-sheet" ref={statusLine} />
        <span className="status-identity" title={t("frame.identityHint", facts)}>
          {t("frame.identity", { hash: run.resultHash.slice(0, SHORT_HASH) })}
        </span>
        <span className="status-moment">{t("frame.calculatedAt", { moment })}</span>
        <Button className="status-keys" onPress={openKeys}>
          <kbd className="status-key">?</kbd>
          {t("frame.keys")}
        </Button>
      </div>
    </footer>
  );
}

/** The tab of the sheet on view leads back into it. */
function enterSheet(): void {
  document.getElementById(SHEET)?.querySelector<HTMLElement>("[data-region-entry]")?.focus();
}
