/** Issues one by one: number, kind, what was issued, how much, when, by whom, under which seal. */
import type { Publication } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { type DataColumn, DataTable } from "../../components/data-table.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { Pill } from "../../components/pill.tsx";
import { formatMoment } from "../../format/date.ts";
import { formatMoney } from "../../format/money.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import "../scenarios/scenario-list.css";

/** As many signs of a seal as tell two apart. */
const SHORT_SEAL = 12;

/** The table; on a phone its rows are cards. */
export function PublicationTable({
  publications,
}: {
  readonly publications: readonly Publication[];
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const columns: readonly DataColumn<Publication>[] = [
    {
      ...{ id: "number", name: t("publications.column.number"), isRowHeader: true },
      cell: ({ runId, number, budgetYear }) => (
        <PageLink href={`/runs/${runId}`}>
          {t("publications.number", { number, year: budgetYear })}
        </PageLink>
      ),
    },
    {
      ...{ id: "kind", name: t("publications.column.kind") },
      cell: (publication) => <KindPill publication={publication} />,
    },
    {
      ...{ id: "scenario", name: t("publications.column.scenario") },
      cell: ({ scenarioId, scenarioName, revision }) => (
        <>
          <PageLink href={`/scenarios/${scenarioId}`}>{scenarioName}</PageLink>
          <span className="data-note">{t("publications.revision", { revision })}</span>
        </>
      ),
    },
    {
      ...{ id: "total", name: t("scenarios.column.total"), look: "figure" },
      cell: ({ totalTiyn }) => <b>{formatMoney(totalTiyn, "tenge", language)}</b>,
    },
    {
      ...{ id: "issued", name: t("publications.column.issued") },
      cell: ({ issuedBy, issuedAt }) => (
        <span className="scenario-changed">
          {issuedBy.name}
          <span className="data-note">{formatMoment(issuedAt)}</span>
        </span>
      ),
    },
    {
      ...{ id: "seal", name: t("publications.column.seal") },
      cell: ({ seal }) => (
        <code className="seal" title={seal}>
          {seal.slice(0, SHORT_SEAL)}
        </code>
      ),
    },
  ];
  return (
    <div className="card-table">
      <DataTable
        label={t("publications.heading")}
        columns={columns}
        rows={publications}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

/** What kind of an issue it is, and that a later one has taken its place. */
function KindPill({ publication }: { readonly publication: Publication }): ReactElement {
  const { t } = useTranslation();
  const { kind, supersededBy } = publication;
  return (
    <span className="pills">
      <Pill tone={kind === "official" ? "success" : "warning"}>
        {t(`publications.kind.${kind}`)}
      </Pill>
      {supersededBy === null ? null : <Pill>{t("publications.superseded")}</Pill>}
    </span>
  );
}
