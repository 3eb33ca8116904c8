/** What the register's checks have found: grave first, with whose it is and what was decided. */
import { useQueryClient } from "@tanstack/react-query";
import type { Finding } from "@zhanbasy/api/contract";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { findApiFault } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { Select } from "../../components/select.tsx";
import { countBySort, type FindingSort, findFindings, sortOf } from "./finding-sorts.ts";
import { FindingsTable } from "./findings-table.tsx";
import { MoreButton } from "./more-button.tsx";
import { useScenarioOnView } from "./scenario-context.ts";
import { refreshScenario, useFindings } from "./scenario-queries.ts";
import { SectionLoading } from "./section-loading.tsx";
import { WaiverDialog } from "./waiver-dialog.tsx";

const SHOWN_AT_FIRST = 50;

/** Counts by kind, a search, and the list; many are decided at once. */
export function FindingsSection(): ReactElement {
  const { t } = useTranslation();
  const { scenario } = useScenarioOnView();
  const findings = useFindings(scenario.id);
  if (findings.data === undefined) {
    return <SectionLoading fault={findApiFault(findings.error)} onRetry={findings.refetch} />;
  }
  if (findings.data.length === 0) {
    return (
      <p className="section-good">
        <Icon name="check" /> {t("scenario.findings.none")}
      </p>
    );
  }
  return <FindingsList findings={findings.data} />;
}

function FindingsList({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { scenario, person } = useScenarioOnView();
  const sorts = countBySort(findings);
  const [sort, setSort] = useState<FindingSort | "">(sorts[0]?.sort ?? "");
  const [query, setQuery] = useState("");
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const [isWaivingAll, setWaivingAll] = useState(false);
  const found = findFindings(findings, { sort, query });
  const open = found.filter(({ waiver }) => waiver === null);
  const mayDecide = person.role === "editor" || person.role === "approver";
  const refresh = (): void => refreshScenario(client, scenario.id);
  return (
    <section aria-label={t("scenario.section.findings")}>
      <div className="section-head">
        <p>{t("scenario.findings.lead")}</p>
        <div className="screen-actions">
          <SearchField
            label={t("allocation.search")}
            hint={t("allocation.searchHint")}
            clearLabel={t("allocation.searchClear")}
            value={query}
            onChange={setQuery}
          />
          <Select
            label={t("scenario.findings.kind")}
            options={[
              ...sorts.map(({ sort: id, count }) => ({
                id,
                name: `${t(`scenario.findings.code.${id}`)}: ${count}`,
              })),
              { id: "", name: `${t("scenario.findings.all")}: ${findings.length}` },
            ]}
            selected={sort}
            onSelect={setSort}
          />
          {mayDecide && open.length > 1 ? (
            <Button onPress={() => setWaivingAll(true)}>
              {t("scenario.findings.waiveAll", { count: open.length })}
            </Button>
          ) : null}
        </div>
      </div>
      {found.length === 0 ? (
        <p className="section-empty">{t("allocation.empty")}</p>
      ) : (
        <FindingsTable findings={found.slice(0, limit)} onDecided={refresh} />
      )}
      <MoreButton
        shown={limit}
        all={found.length}
        onPress={() => setLimit(limit + SHOWN_AT_FIRST)}
      />
      {isWaivingAll ? (
        <WaiverDialog
          findings={open}
          sort={open[0] === undefined ? undefined : sortOf(open[0])}
          onClose={() => setWaivingAll(false)}
          onDecided={refresh}
        />
      ) : null}
    </section>
  );
}
