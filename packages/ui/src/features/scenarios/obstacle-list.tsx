/** Why something cannot be done now: every reason, numbered, each with the way to its cure. */
import type { Obstacle } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { findOverride } from "./read-override.ts";
import { type Section, useScenarioOnView } from "./scenario-context.ts";
import { useOverrideTexts } from "./use-override-texts.ts";

/** The section where an obstacle is cured; some are cured by another person only. */
const CURED_IN: Readonly<Record<Obstacle["code"], Section | undefined>> = {
  "reason-missing": "edits",
  "finding-blocking": "findings",
  deficit: "edits",
  "envelope-missing": "edits",
  "value-weak": "weak-values",
  "own-override": undefined,
  "own-submission": undefined,
  state: undefined,
};

/** So many of one kind are told one by one at once; the rest is unfolded. */
const SHOWN = 3;

/** A kind of obstacle with all of that kind. */
type ObstacleGroup = { readonly code: Obstacle["code"]; readonly all: readonly Obstacle[] };

/** The reasons by kind, in the order in which they came. */
export function ObstacleList({
  title,
  obstacles,
  onLeave,
  onCheckAgain,
}: {
  readonly title: string;
  readonly obstacles: readonly Obstacle[];
  /** Called before a section is opened. */
  readonly onLeave?: () => void;
  readonly onCheckAgain: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="obstacles" role="alert">
      <Icon name="refused" />
      <div>
        <p className="obstacles-title">{title}</p>
        <ol className="obstacle-list">
          {groupsOf(obstacles).map((group) => (
            <ObstacleItems key={group.code} group={group} onLeave={onLeave} />
          ))}
        </ol>
        <Button onPress={onCheckAgain}>{t("states.checkAgain")}</Button>
      </div>
    </div>
  );
}

function ObstacleItems({
  group,
  onLeave,
}: {
  readonly group: ObstacleGroup;
  readonly onLeave: (() => void) | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const textOf = useObstacleText();
  const { code, all } = group;
  if (all.length <= SHOWN) {
    return (
      <>
        {all.map((obstacle) => (
          <li key={JSON.stringify(obstacle)}>
            {textOf(obstacle)} <CureLink code={code} onLeave={onLeave} />
          </li>
        ))}
      </>
    );
  }
  return (
    <li>
      {t(`scenario.obstacle.${code}`, { count: all.length })}{" "}
      <CureLink code={code} onLeave={onLeave} />
      <details className="obstacle-rest">
        <summary>{t("scenario.obstacle.all")}</summary>
        <ul>
          {all.map((obstacle) => (
            <li key={JSON.stringify(obstacle)}>{textOf(obstacle)}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** The server's sentence; edits of this scenario are called as the page calls them. */
function useObstacleText(): (obstacle: Obstacle) => string {
  const { t } = useTranslation();
  const { scenario } = useScenarioOnView();
  const { titleOf } = useOverrideTexts();
  return ({ code, facts, message }) => {
    const live = scenario.overrides.find(({ cell }) => cell === facts["cell"]);
    const override = live && findOverride(live.override);
    if (override === undefined) return message;
    switch (code) {
      case "reason-missing":
      case "own-override":
        return t(`scenario.obstacle.named.${code}`, { name: titleOf(override) });
      case "finding-blocking":
      case "deficit":
      case "value-weak":
      case "own-submission":
      case "envelope-missing":
      case "state":
        return message;
    }
  };
}

function CureLink({
  code,
  onLeave,
}: {
  readonly code: Obstacle["code"];
  readonly onLeave: (() => void) | undefined;
}): ReactElement | null {
  const { t } = useTranslation();
  const { openSection } = useScenarioOnView();
  const section = CURED_IN[code];
  if (section === undefined) return null;
  const go = (): void => {
    onLeave?.();
    openSection(section);
  };
  return (
    <button type="button" className="link-button" onClick={go}>
      {t(`scenario.obstacle.to.${section}`)}
    </button>
  );
}

function groupsOf(obstacles: readonly Obstacle[]): readonly ObstacleGroup[] {
  const codes = [...new Set(obstacles.map(({ code }) => code))];
  return codes.map((code) => ({ code, all: obstacles.filter((each) => each.code === code) }));
}
