/** The frame of every screen that is not a sheet: the head, and a page to scroll. */
import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { usePath } from "../../navigation.ts";
import { LostNotice } from "../workbook/lost-notice.tsx";
import { AppBar } from "./app-bar.tsx";
import { useFoundSession } from "./session.ts";
import "./page-frame.css";

/** A screen begins with its title; another address takes the focus to it. */
export function PageFrame({ children }: { readonly children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const path = usePath();
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    main.current?.focus();
    main.current?.scrollTo?.(0, 0);
  }, [path]);
  return (
    <div className="page">
      <a className="skip-link" href="#main">
        {t("shell.skip")}
      </a>
      <AppBar>
        <DemonstrationLabel />
      </AppBar>
      <LostNotice />
      <main id="main" className="page-main" ref={main} tabIndex={-1}>
        <div className="page-content">{children}</div>
      </main>
    </div>
  );
}

/** Says that people, organisations and most values here are invented, where they are. */
function DemonstrationLabel(): ReactElement | null {
  const { t } = useTranslation();
  const session = useFoundSession();
  if (session === null || session.samples === null) return null;
  return (
    <div className="app-labels">
      <span className="app-label app-label-demonstration" title={t("frame.demonstrationHint")}>
        {t("frame.demonstrationData")}
      </span>
    </div>
  );
}
