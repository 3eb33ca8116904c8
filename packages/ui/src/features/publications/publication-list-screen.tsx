/** All that was issued. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { findApiFault } from "../../api-client.ts";
import { PageLink } from "../../components/page-link.tsx";
import { SectionLoading } from "../scenarios/section-loading.tsx";
import { usePublications } from "./publication-queries.ts";
import { PublicationTable } from "./publication-table.tsx";
import "../scenarios/scenario-list.css";

/** The list with its head. */
export function PublicationListScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <title>{t("publications.title")}</title>
      <header className="screen-head">
        <h1 className="type-screen-title">{t("publications.heading")}</h1>
      </header>
      <PublicationListBody />
    </>
  );
}

function PublicationListBody(): ReactElement {
  const { t } = useTranslation();
  const publications = usePublications();
  if (publications.data === undefined) {
    return (
      <SectionLoading fault={findApiFault(publications.error)} onRetry={publications.refetch} />
    );
  }
  if (publications.data.length === 0) {
    return (
      <section className="empty-card">
        <h2 className="type-section-title">{t("publications.emptyTitle")}</h2>
        <p>{t("publications.emptyText")}</p>
        <PageLink href="/scenarios">{t("publications.toScenarios")}</PageLink>
      </section>
    );
  }
  return <PublicationTable publications={publications.data} />;
}
