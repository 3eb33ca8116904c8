/** The sections of a scenario under their tabs; which one is open stands in the address. */
import { type ReactElement, type ReactNode, useCallback, useEffect, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useTranslation } from "react-i18next";

import { formatCount } from "../../format/count.ts";
import { EditsSection } from "./edits-section.tsx";
import { FindingsSection } from "./findings-section.tsx";
import { HistorySection } from "./history-section.tsx";
import { IssueSection } from "./issue-section.tsx";
import { SECTIONS, type Section, useScenarioOnView } from "./scenario-context.ts";
import { useFindings, useWeakValues } from "./scenario-queries.ts";
import { WeakValuesSection } from "./weak-values-section.tsx";

/** Tabs, and the open section below them. */
export function ScenarioSections({ section }: { readonly section: Section }): ReactElement {
  const { t } = useTranslation();
  const { openSection, words } = useScenarioOnView();
  const counts = useCounts();
  const bodies: Readonly<Record<Section, ReactNode>> = {
    edits: <EditsSection />,
    history: <HistorySection />,
    "weak-values": <WeakValuesSection />,
    findings: <FindingsSection />,
    issue: <IssueSection />,
  };
  return (
    <Tabs
      className="scenario-tabs"
      selectedKey={section}
      onSelectionChange={(key) => {
        const chosen = SECTIONS.find((each) => each === key);
        if (chosen !== undefined) openSection(chosen);
      }}
    >
      <TabList className="scenario-tab-list" aria-label={t("scenario.sections")}>
        {SECTIONS.map((id) => (
          <Tab key={id} id={id} className="scenario-tab">
            {t(`scenario.section.${id}`)}
            {counts[id] === undefined ? null : (
              <span className="scenario-tab-count">{formatCount(counts[id], words.language)}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {SECTIONS.map((id) => (
        <TabPanel key={id} id={id} className="scenario-panel">
          {bodies[id]}
        </TabPanel>
      ))}
    </Tabs>
  );
}

/** The open section, remembered in the address so that a link leads to it. */
export function useSection(): readonly [Section, (section: Section) => void] {
  const [section, setSection] = useState<Section>(() => sectionIn(window.location.hash));
  useEffect(() => {
    const follow = (): void => setSection(sectionIn(window.location.hash));
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  const open = useCallback((chosen: Section): void => {
    setSection(chosen);
    window.history.replaceState(window.history.state, "", `#${chosen}`);
  }, []);
  return [section, open];
}

/** The section after the `#` of an address; edits where it names none. */
export function sectionIn(hash: string): Section {
  return SECTIONS.find((each) => `#${each}` === hash) ?? "edits";
}

/** How many things each tab holds that are still to be looked at, as far as it was opened. */
function useCounts(): Readonly<Partial<Record<Section, number>>> {
  const { scenario } = useScenarioOnView();
  const weak = useWeakValues(scenario.id, false).data;
  const findings = useFindings(scenario.id, false).data;
  return {
    edits: scenario.overrides.length,
    history: scenario.revision,
    ...(weak === undefined
      ? {}
      : { "weak-values": weak.filter(({ ground }) => ground?.confirmedAt == null).length }),
    ...(findings === undefined
      ? {}
      : { findings: findings.filter(({ waiver }) => waiver === null).length }),
  };
}
