/** Nobody has an account yet: open the demonstration, or make the first administrator. */
import type { SessionState } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { FrameWithoutRun } from "../workbook/screens.tsx";
import { AdministratorForm } from "./administrator-form.tsx";
import { DemonstrationCard } from "./demonstration-card.tsx";
import "../shell/page-frame.css";
import "./first-run.css";

/** The frame is learnt at once: the strip stands, without figures. */
export function FirstRunScreen({ session }: { readonly session: SessionState }): ReactElement {
  const { t } = useTranslation();
  const { canOpenDemonstration } = session;
  return (
    <FrameWithoutRun>
      <title>{`${t("firstRun.title")} · Zhanbasy`}</title>
      <div className="first-run">
        <h1 className="type-screen-title">{t("firstRun.title")}</h1>
        <p className="first-run-lead">
          {t(canOpenDemonstration ? "firstRun.lead" : "firstRun.leadAlone")}
        </p>
        <div className="first-run-ways">
          {canOpenDemonstration ? <DemonstrationCard /> : null}
          <AdministratorForm />
        </div>
      </div>
    </FrameWithoutRun>
  );
}
