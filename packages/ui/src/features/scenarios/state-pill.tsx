/** The state of a scenario as a word. */
import type { ScenarioState } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Pill, type PillTone } from "../../components/pill.tsx";

const TONES: Readonly<Record<ScenarioState, PillTone>> = {
  draft: "plain",
  submitted: "accent",
  approved: "accent",
  issued: "success",
  superseded: "plain",
};

/** «черновик», «на согласовании»; an archived one says so beside it. */
export function StatePill({
  state,
  isArchived = false,
}: {
  readonly state: ScenarioState;
  readonly isArchived?: boolean;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Pill tone={TONES[state]}>{t(`scenario.state.${state}`)}</Pill>
      {isArchived ? <Pill>{t("scenario.archived")}</Pill> : null}
    </>
  );
}
