/** Why a scenario cannot be edited here and now, and what can be done instead. */
import { formatDate } from "@zhanbasy/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { CopyDialog } from "./copy-dialog.tsx";
import { useScenarioOnView } from "./scenario-context.ts";

/** «Утверждён 12.02.2026. Править нельзя.» with «Создать копию» for those who edit. */
export function ReadOnlyNotice(): ReactElement | null {
  const { t } = useTranslation();
  const { scenario, person, readOnly } = useScenarioOnView();
  const [isCopying, setCopying] = useState(false);
  if (readOnly === undefined) return null;
  const madeAt = scenario.steps.at(-1)?.madeAt ?? scenario.changedAt;
  return (
    <div className="read-only">
      <Icon name="lock" />
      <p>{t(`scenario.readOnly.${readOnly}`, { date: formatDate(madeAt.slice(0, 10)) })}</p>
      {person.role === "editor" ? (
        <Button onPress={() => setCopying(true)}>{t("scenario.action.copy")}</Button>
      ) : null}
      {isCopying ? <CopyDialog onClose={() => setCopying(false)} /> : null}
    </div>
  );
}
