/**
 * The frame of the workbook: head, envelope, formula bar, toolbar, sheet, panel, foot. On a phone
 * it is one page to scroll, and the panel covers it.
 */
import { type ReactElement, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { AppBar } from "../shell/app-bar.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { EnvelopeStrip } from "./envelope-strip.tsx";
import { useFrameKeys } from "./frame-keys.ts";
import { StatusLineContext } from "./frame-regions.tsx";
import type { SheetAbility } from "./key-list.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { useLayout } from "./layout.ts";
import { LostNotice } from "./lost-notice.tsx";
import { useCoveringPanel, usePanelFocus } from "./panel-focus.ts";
import { RunPath } from "./run-path.tsx";
import { useWorkbookState } from "./use-workbook-state.ts";
import { type Workbook as State, WorkbookContext, type WorkbookData } from "./workbook-context.ts";
import "./frame.css";

/** What the frame holds; each part finds its data through `useWorkbook`. */
export type WorkbookProps = {
  readonly data: WorkbookData;
  /** The city of the run, in the language of the page. */
  readonly place: string;
  readonly formulaBar: ReactNode;
  /** A `SheetToolbar`, a `SheetBody` and perhaps a `StatusLine`. */
  readonly sheet: ReactNode;
  /** What the sheet can do: the list of keys tells no more. */
  readonly abilities: ReadonlySet<SheetAbility>;
  readonly panel: ReactNode;
};

/** A run on view, with everything that moves in it. */
export function Workbook(props: WorkbookProps): ReactElement {
  const workbook = useWorkbookState(props.data);
  const [areKeysOpen, setKeysOpen] = useState(false);
  const isPhone = useLayout() === "phone";
  useFrameKeys({
    togglePanel: () => workbook.setPanelOpen(!workbook.isPanelOpen),
    openKeys: () => setKeysOpen(true),
  });
  return (
    <WorkbookContext value={workbook}>
      {isPhone ? (
        <PhoneFrame {...props} workbook={workbook} />
      ) : (
        <DeskFrame {...props} workbook={workbook} openKeys={() => setKeysOpen(true)} />
      )}
      <KeysDialog
        isOpen={areKeysOpen}
        onClose={() => setKeysOpen(false)}
        abilities={props.abilities}
      />
    </WorkbookContext>
  );
}

function DeskFrame({
  workbook,
  place,
  formulaBar,
  sheet,
  panel,
  openKeys,
}: WorkbookProps & { readonly workbook: State; readonly openKeys: () => void }): ReactElement {
  const { t } = useTranslation();
  const [statusLine, setStatusLine] = useState<HTMLElement | null>(null);
  const { run, isPanelOpen } = workbook;
  usePanelFocus(isPanelOpen);
  return (
    <StatusLineContext value={statusLine}>
      <div className="frame">
        <a className="skip-link" href="#sheet">
          {t("frame.skip")}
        </a>
        <AppBar>
          <PageTitle place={place} year={run.budgetYear} />
          <RunPath run={run} place={place} />
        </AppBar>
        <EnvelopeStrip />
        <LostNotice />
        <section
          className="frame-formula"
          data-region="formula-bar"
          aria-label={t("frame.formulaBar")}
        >
          {formulaBar}
        </section>
        {sheet}
        {isPanelOpen ? (
          <aside
            className="frame-panel"
            data-region="panel"
            aria-label={t("frame.panel")}
            tabIndex={-1}
          >
            {panel}
          </aside>
        ) : null}
        <BottomBar run={run} statusLine={setStatusLine} openKeys={openKeys} />
      </div>
    </StatusLineContext>
  );
}

function PhoneFrame({
  workbook,
  place,
  sheet,
  panel,
}: WorkbookProps & { readonly workbook: State }): ReactElement {
  const { t } = useTranslation();
  const { run, isPanelOpen, setPanelOpen } = workbook;
  const covering = useRef<HTMLElement>(null);
  useCoveringPanel(covering, isPanelOpen, () => setPanelOpen(false));
  return (
    <>
      <div className="phone-page" inert={isPanelOpen}>
        <AppBar>
          <PageTitle place={place} year={run.budgetYear} />
          <RunPath run={run} place={place} />
        </AppBar>
        <LostNotice />
        <EnvelopeStrip />
        {sheet}
      </div>
      {isPanelOpen ? (
        <aside
          className="phone-panel"
          data-region="panel"
          aria-label={t("frame.panel")}
          ref={covering}
          tabIndex={-1}
        >
          {panel}
        </aside>
      ) : null}
    </>
  );
}

function PageTitle({
  place,
  year,
}: {
  readonly place: string;
  readonly year: number;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <title>{t("frame.title", { place, year })}</title>
      <h1 className="visually-hidden">
        {t("frame.allocation")}: {place}, {year}
      </h1>
    </>
  );
}
