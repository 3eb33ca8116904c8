/** The next step of a scenario for the person who looks, and the ways beside it. */
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { CopyDialog } from "./copy-dialog.tsx";
import { obstaclesOf, offeredActions, type ScenarioAction } from "./next-step.ts";
import { useScenarioOnView } from "./scenario-context.ts";
import { useGate } from "./scenario-queries.ts";
import { StepDialog } from "./step-dialog.tsx";

/** Grey with a lock while something stands in the way; pressing it tells what. */
export function StepActions(): ReactElement | null {
  const { t } = useTranslation();
  const { scenario, person, openSection } = useScenarioOnView();
  const [asked, setAsked] = useState<ScenarioAction>();
  const { primary, others } = offeredActions(scenario, person.role);
  const gate = useGate(scenario.id, primary !== undefined && primary !== "copy").data;
  const start = (action: ScenarioAction): void =>
    action === "issue" ? openSection("issue") : setAsked(action);
  const close = (): void => setAsked(undefined);
  if (primary === undefined && others.length === 0) return null;
  const isHeld = primary !== undefined && obstaclesOf(gate, primary).length > 0;
  return (
    <div className="step-actions">
      {others.map((action) => (
        <Button key={action} onPress={() => start(action)}>
          {t(`scenario.action.${action}`)}
        </Button>
      ))}
      {primary === undefined || primary === "copy" ? null : (
        <Button
          kind={isHeld ? "secondary" : "primary"}
          onPress={() => start(primary)}
          {...(isHeld
            ? { label: t("scenario.held", { action: t(`scenario.action.${primary}`) }) }
            : {})}
        >
          {isHeld ? <Icon name="lock" /> : null}
          {t(`scenario.action.${primary}`)}
        </Button>
      )}
      {asked === "copy" ? <CopyDialog onClose={close} /> : null}
      {asked === undefined || asked === "copy" || asked === "issue" ? null : (
        <StepDialog action={asked} onClose={close} />
      )}
    </div>
  );
}
