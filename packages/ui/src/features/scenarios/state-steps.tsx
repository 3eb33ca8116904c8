/** The steps of a scenario's life; the one where it stands is filled. */
import type { ScenarioState } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { LIFE } from "./next-step.ts";
import "./state-steps.css";

/** «Черновик → На согласовании → Утверждён → Опубликован». */
export function StateSteps({ state }: { readonly state: ScenarioState }): ReactElement {
  const { t } = useTranslation();
  const current = LIFE.findIndex((step) => step === (state === "superseded" ? "issued" : state));
  return (
    <ol className="state-steps" aria-label={t("scenario.steps")}>
      {LIFE.map((step, index) => (
        <li
          key={step}
          className="state-step"
          data-passed={index < current}
          {...(index === current ? { "aria-current": "step" as const } : {})}
        >
          {state === "superseded" && step === "issued"
            ? t("scenario.step.superseded")
            : t(`scenario.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
