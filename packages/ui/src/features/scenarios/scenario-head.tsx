/** The head of a scenario: where it is, in which state, who else looks, and the next step. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "../../components/icon.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { Pill } from "../../components/pill.tsx";
import { initialsOf } from "../shell/initials.ts";
import { ReadOnlyNotice } from "./read-only-notice.tsx";
import { SavedState } from "./saved-state.tsx";
import { useScenarioOnView } from "./scenario-context.ts";
import { StateSteps } from "./state-steps.tsx";
import { StepActions } from "./step-actions.tsx";
import type { ScenarioLife } from "./use-scenario-events.ts";

/** Path, name, steps, actions, and what is known about the way to the server. */
export function ScenarioHead({ life }: { readonly life: ScenarioLife }): ReactElement {
  const { t } = useTranslation();
  const { scenario } = useScenarioOnView();
  const { parent } = scenario;
  return (
    <header className="scenario-head">
      <div className="scenario-title">
        <nav className="scenario-path" aria-label={t("scenario.path")}>
          <PageLink href="/scenarios">{t("scenarios.heading")}</PageLink>
          {parent === null ? null : (
            <>
              <Icon name="chevron-right" />
              <PageLink href={`/scenarios/${parent.id}`}>{parent.name}</PageLink>
              <span className="scenario-path-note">
                {t("scenario.parentRevision", { revision: parent.revision })}
              </span>
            </>
          )}
        </nav>
        <h1 className="type-screen-title">{scenario.name}</h1>
        <div className="scenario-facts">
          <span>
            {t("scenario.facts", { year: scenario.budgetYear, revision: scenario.revision })}
          </span>
          {scenario.isArchived ? <Pill>{t("scenario.archived")}</Pill> : null}
          {scenario.isDemonstration ? <Pill>{t("scenarios.demonstration")}</Pill> : null}
          <SavedState />
          <Presence life={life} />
        </div>
      </div>
      <div className="scenario-life">
        <StateSteps state={scenario.state} />
        <StepActions />
      </div>
      <ReadOnlyNotice />
    </header>
  );
}

/** Who else looks at it now; while changes are not heard, that. */
function Presence({ life }: { readonly life: ScenarioLife }): ReactElement | null {
  const { t } = useTranslation();
  if (life.link === "lost") {
    return (
      <span className="presence-lost" role="status">
        <Icon name="warning" />
        {t("scenario.eventsLost")}
      </span>
    );
  }
  if (life.others.length === 0) return null;
  return (
    <ul className="presence" aria-label={t("scenario.presence")}>
      {life.others.map(({ id, name }) => (
        <li key={id} className="presence-person" title={name}>
          <span aria-hidden="true">{initialsOf(name)}</span>
          <span className="visually-hidden">{name}</span>
        </li>
      ))}
    </ul>
  );
}
