/** Who did what and when, the newest first, and whether the journal is whole. */
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { getJson } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Answered } from "../shell/answered.tsx";
import { MoreButton } from "../shell/more-button.tsx";
import { usePages } from "../shell/use-pages.ts";
import { ChainState } from "./chain-state.tsx";
import { EntryTable } from "./entry-table.tsx";
import { subjectWords } from "./subject-words.ts";
import "./journal.css";

/** Entries of everything, or of one thing that was chosen from a row. */
export function JournalScreen(): ReactElement {
  const { t } = useTranslation();
  const [subject, setSubject] = useState<string | undefined>(undefined);
  const entries = usePages("/audit", subject === undefined ? {} : { subject });
  const chain = useQuery({
    queryKey: ["audit-state"],
    queryFn: ({ signal }) => getJson("/audit/state", { path: {} }, signal),
  });
  return (
    <>
      <title>{`${t("journal.title")} · Zhanbasy`}</title>
      <header>
        <h1 className="type-screen-title">{t("journal.title")}</h1>
        <p className="page-lead">{t("journal.lead")}</p>
      </header>
      <ChainState chain={chain} />
      {subject === undefined ? null : (
        <p className="journal-filter">
          <span>{t("journal.only", { subject: subjectWords(subject, t) })}</span>
          <Button kind="icon" label={t("journal.all")} onPress={() => setSubject(undefined)}>
            <Icon name="close" />
          </Button>
        </p>
      )}
      <Answered query={entries}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <p className="card card-empty">{t("journal.empty")}</p>;
          return (
            <section className="card">
              <EntryTable
                entries={rows}
                onChoose={subject === undefined ? setSubject : undefined}
              />
              <MoreButton pages={entries} />
            </section>
          );
        }}
      </Answered>
    </>
  );
}
